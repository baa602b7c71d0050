/** Rota arithmetic: how often each person is on call, and what a first line would change. */
import Fraction from "fraction.js";
import { printedInteger } from "#shared/scoring/rounding.ts";

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

function shareText(share: Fraction): string {
  if (share.gte(1)) return "every week";
  if (share.equals(0.5)) return "every second week";
  const weeks = Number(share.n);
  const of = Number(share.d);
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
  const share = new Fraction(tiers, people);
  const nightsPerYear = printedInteger(share.mul(365));
  const peopleForOneInFour = 4 * tiers;
  const words = shareText(share);
  const end = tail(people, peopleForOneInFour);
  const tierText = tiers === 1 ? "one tier" : "two tiers";
  return {
    people,
    tiers,
    share: share.valueOf(),
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
  return printedInteger(new Fraction(interruptions).mul(100 - settledPercent).div(100));
}

/** Returns what a first line changes, and what it does not. */
export function firstLineSentence(interruptions: number, settledPercent: number): string {
  const remaining = remainingInterruptions(interruptions, settledPercent);
  return `${remaining} of ${interruptions} interruptions would still arrive. Weeks change only if a tier leaves your rota.`;
}

/** Added to the one-tier sentence when a first line replaces tier one and one week in four stays out of reach. */
export const stillExceeds = "That still exceeds one week in four.";
