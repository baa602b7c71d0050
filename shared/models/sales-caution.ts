/** What a caller should not say, and what the notice shows of the team. */
import type { Industry } from "#shared/edition.ts";
import { fewestForBand } from "#shared/models/lead-need.ts";
import type { RoleGroup } from "#shared/profile.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";

export interface Caution {
  key: string;
  text: string;
}

/** Beside a band, whenever one is shown. */
export const tact =
  "This describes how work is arranged, as one person sees it. Let them raise it. Talk rota, cover and hours; offer nothing until asked; never repeat it to anyone else at the company.";

export interface TeamLine {
  people: number | null;
  /** The band from five people, otherwise why none is shown. */
  text: string;
  /** Set beside a band only. */
  tact: string | null;
}

interface CautionFacts {
  industry: Industry;
  infrastructurePeople: number | null;
  role: RoleGroup;
  scorecard: Pick<Scorecard, "tsr" | "flags" | "overall" | "low" | "high" | "coverage">;
}

function isWide({ overall, low, high, coverage }: CautionFacts["scorecard"]): boolean {
  return overall === null || low === null || high === null || coverage < 0.6 || high - low >= 15;
}

const cautions: readonly (Caution & { holds: (facts: CautionFacts) => boolean })[] = [
  {
    key: "one person",
    text: "Nothing about workload or nights: it is about one person, perhaps the one you are calling. Talk about cover.",
    holds: ({ infrastructurePeople }) => infrastructurePeople === 1,
  },
  {
    key: "load",
    text: 'Not "can\'t cope", not the number.',
    holds: ({ infrastructurePeople, scorecard }) =>
      (infrastructurePeople ?? 0) >= fewestForBand && (scorecard.tsr ?? 0) >= 70,
  },
  {
    key: "controlled data",
    text: "Ask for no technical data or contract names; give no legal view.",
    holds: ({ industry }) => industry === "export",
  },
  {
    key: "fear",
    text: 'Not "exposed", not "hackers". Name one gap and its one action.',
    holds: ({ scorecard }) => scorecard.flags.length > 0,
  },
  {
    key: "range",
    text: "Do not quote the score as one number: too much is unknown.",
    holds: ({ scorecard }) => isWide(scorecard),
  },
  {
    key: "over their head",
    text: 'Not "who decides?"; ask what they need to make the case.',
    holds: ({ role }) => role === "runs",
  },
];

const otherwise: Caution = {
  key: "claims",
  text: 'Not "compliant", "certified", "guaranteed": answers are self-reported.',
};

/** Returns the one thing not to say: the first that holds. */
export function doNotSay(facts: CautionFacts): Caution {
  const { key, text } = cautions.find(({ holds }) => holds(facts)) ?? otherwise;
  return { key, text };
}

/** Returns what a sales notice shows of the team: the band from five people only. */
export function teamLine(people: number | null, band: Scorecard["band"]): TeamLine {
  if (people === 0) return { people, text: "all outside", tact: null };
  if (people === null || people < fewestForBand) return { people, text: "hidden under 5", tact: null };
  return band === null ? { people, text: "no number", tact: null } : { people, text: band, tact };
}
