/** The sheet that shows where one person stands alone: who runs each system, and who could. */
import type { Edition, Source } from "#shared/edition.ts";
import { capitalized } from "#shared/report/wording.ts";

export interface CoverSheet {
  slug: string;
  name: string;
  heading: string;
  line: string;
  /** Of the table to fill in. */
  columns: readonly string[];
  /** Systems to begin with; further rows stay empty. */
  systems: readonly string[];
  /** How to fill it in. */
  steps: readonly string[];
  doneWhen: string;
  sources: readonly Source[];
  readOn: string;
}

const [cover, guides] = ["R24", "R18"] as const;

/** What nearly every firm runs (our judgement); each industry's own system stands before it. */
const common = [
  "Accounts and sign-in",
  "Email",
  "File storage",
  "Backups",
  "Network, firewall and remote access",
  "Servers and cloud services",
  "PCs and user support",
];

/** Returns the cover sheet; its steps are those of the recommendations on cover and on getting out of one head. */
export function coverSheet(edition: Edition): CoverSheet {
  const wanted = edition.recommendations.filter(({ id }) => id === cover || id === guides);
  const named = edition.recommendations.find(({ id }) => id === cover);
  if (named === undefined) throw new RangeError(`edition ${edition.id} has no recommendation ${cover}`);
  const cited = new Set(wanted.flatMap(({ sourceIds }) => sourceIds));
  return {
    slug: "cover-sheet",
    name: "Two-deep: who covers whom",
    heading: "Two-deep: who covers whom?",
    line: "For each system, write who runs it and who could for two weeks. Gaps are your list.",
    columns: ["System", "Runs it", "Could for two weeks", "Guide", "If open: until when"],
    systems: [...edition.industries.map(({ system }) => capitalized(system)), ...common],
    steps: named.firstSteps,
    doneWhen: `First month done when ${named.proof}.`,
    sources: edition.sources.filter(({ id }) => cited.has(id)),
    readOn: edition.readOn,
  };
}
