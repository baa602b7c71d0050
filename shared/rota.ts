/**
 * Rota arithmetic: how often each person is on call, and what a first line would change.
 * Exact in whole numbers, without the fractions of scoring: the form and the calculator load it at once.
 */

/** One tier answers, or a primary and a secondary do. */
export type Tiers = 1 | 2;

export interface Rota {
  people: number;
  tiers: Tiers;
  /** Share of weeks on call, 0 to 1. */
  share: number;
  /** "one week in four" and the like. */
  shareText: string;
  /** Nights on call in a year, half up. */
  nightsPerYear: number;
  /** People that make it one week in four; large-team practice [S02], not law. */
  peopleForOneInFour: number;
  tail: string;
  sentence: string;
}

/** Weeks on call are a management limit, not a dose: one week in four is large-team practice. */
export const rotaCaveat = {
  text: "Before absences. One in four is large-team practice, not law.",
  sourceIds: ["S02"],
} as const;

const numbers = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
] as const;

/** Returns a quotient of whole numbers rounded half up, as everything printed is. */
function roundedQuotient(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

function shareText(people: number, tiers: Tiers): string {
  const divisor = people % tiers === 0 ? tiers : 1;
  const [weeks, of] = [tiers / divisor, people / divisor];
  if (of <= weeks) return "every week";
  if (of === 2 * weeks) return "every second week";
  return `${numbers[weeks]} ${weeks === 1 ? "week" : "weeks"} in ${numbers[of] ?? of}`;
}

function tail(people: number, wanted: number): string {
  const missing = wanted - people;
  if (missing === 1) return "1 more person makes it one week in four";
  if (missing > 0) return `${missing} more people make it one week in four`;
  if (missing === 0) return "any absence exceeds one week in four";
  return `${-missing} can be away within one week in four`;
}

/**
 * Returns the rota of a team, before absences.
 * null: nobody to share it, or two tiers and only one person.
 */
export function rota(people: number, tiers: Tiers): Rota | null {
  if (people < tiers) return null;
  const nightsPerYear = roundedQuotient(365 * tiers, people);
  const peopleForOneInFour = 4 * tiers;
  const words = shareText(people, tiers);
  const end = tail(people, peopleForOneInFour);
  const tierText = tiers === 1 ? "one tier" : "two tiers";
  return {
    people,
    tiers,
    share: tiers / people,
    shareText: words,
    nightsPerYear,
    peopleForOneInFour,
    tail: end,
    sentence:
      people === 1
        ? `1 person, ${tierText}: on call ${words}, ${nightsPerYear} nights a year; ${end}.`
        : `${people} people, ${tierText}: each is on call ${words}, about ${nightsPerYear} nights a year; ${end}.`,
  };
}

/** Said where two tiers are asked of one person. */
export const twoTiersNeedTwo = "Two tiers need a second person.";

/**
 * Returns how many interruptions would still arrive, half up.
 * @param settledPercent share a first line settles, 0 to 100: the visitor's own figure
 */
export function remainingInterruptions(interruptions: number, settledPercent: number): number {
  return roundedQuotient(interruptions * (100 - settledPercent), 100);
}

/** Returns what a first line changes, and what it does not. */
export function firstLineSentence(interruptions: number, settledPercent: number): string {
  const remaining = remainingInterruptions(interruptions, settledPercent);
  return `${remaining} of ${interruptions} interruptions would still arrive. Weeks change only if a tier leaves your rota.`;
}

/** Added to the one-tier sentence when a first line replaces tier one and one week in four stays out of reach. */
export const stillExceeds = "That still exceeds one week in four.";
