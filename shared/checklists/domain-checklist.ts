/** The checklist of a domain: what the recommendations say to do, as boxes to tick. Everyone may have it. */
import type {
  Claim,
  Domain,
  DomainId,
  Edition,
  Recommendation,
  Source,
  TechnicalQuestion,
} from "#shared/edition.ts";
import { ownPosition } from "#shared/report/wording.ts";

export interface ChecklistPart {
  /** Anchor of the part, such as "R01". */
  id: string;
  title: string;
  /** Industry it is written for; null for everybody. */
  industry: string | null;
  /** Why it is asked for, with its sources. */
  why: Claim;
  /** For the first 30 days. */
  steps: readonly string[];
  /** "Done when …" or "First month done when …". */
  doneWhen: string;
  /** By 90 days, and within a year. */
  later: readonly { by: string; text: string }[];
  owner: string;
  /** Behind the step itself; empty: our judgement. */
  sourceIds: readonly string[];
}

export interface Checklist {
  /** Last part of its address. */
  slug: string;
  name: string;
  /** What stands at the top of page and sheet. */
  heading: string;
  line: string;
  parts: readonly ChecklistPart[];
  /** Those cited, in their order. */
  sources: readonly Source[];
  /** The day the sources were read, ISO. */
  readOn: string;
}

/** Returns the address part of a domain: "Backup & recovery" becomes "backup-recovery". */
export function slugOf({ name }: Pick<Domain, "name">): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Returns the technical question that calls for a recommendation first; null where only people questions do. */
function callingQuestion(edition: Edition, { triggers }: Recommendation): TechnicalQuestion | null {
  for (const { questionId } of triggers) {
    const question = edition.questions.find(({ id }) => id === questionId);
    if (question?.kind === "technical") return question;
  }
  return null;
}

/** Returns the domain a recommendation belongs to; null for one about how the work is carried. */
export function domainOf(edition: Edition, recommendation: Recommendation): Domain | null {
  const question = callingQuestion(edition, recommendation);
  return edition.domains.find(({ id }) => id === question?.domain) ?? null;
}

function part(edition: Edition, recommendation: Recommendation, question: TechnicalQuestion): ChecklistPart {
  const { id, title, firstSteps, proof, shows, days90, year, owner, sourceIds } = recommendation;
  return {
    id,
    title,
    industry: edition.industries.find((industry) => industry.id === question.industry)?.name ?? null,
    why: question.why,
    steps: firstSteps,
    doneWhen: `${shows === "month" ? "First month done when" : "Done when"} ${proof}.`,
    later: [
      { by: "By 90 days", text: days90 },
      { by: "Within a year", text: year },
    ],
    owner,
    sourceIds: sourceIds.filter((source) => source !== ownPosition),
  };
}

/** Returns the sources that parts cite, in the edition's order. */
export function citedSources(edition: Edition, parts: readonly ChecklistPart[]): Source[] {
  const cited = new Set(parts.flatMap(({ why, sourceIds }) => [...why.sourceIds, ...sourceIds]));
  return edition.sources.filter(({ id }) => cited.has(id) && id !== ownPosition);
}

/** Returns the checklist of a domain. */
export function domainChecklist(edition: Edition, domainId: DomainId): Checklist {
  const domain = edition.domains.find(({ id }) => id === domainId);
  if (domain === undefined) throw new RangeError(`edition ${edition.id} has no domain ${domainId}`);
  const parts = edition.recommendations.flatMap((recommendation) => {
    const question = callingQuestion(edition, recommendation);
    return question?.domain === domainId ? [part(edition, recommendation, question)] : [];
  });
  return {
    slug: slugOf(domain),
    name: domain.name,
    heading: `${domain.name}: a checklist`,
    line: "Small steps, each with a proof that it is done. If a step fails, note what was missing; that is the finding.",
    parts,
    sources: citedSources(edition, parts),
    readOn: edition.readOn,
  };
}

/** Returns the checklists of all domains, in their order. */
export function domainChecklists(edition: Edition): Checklist[] {
  return edition.domains.map(({ id }) => domainChecklist(edition, id));
}
