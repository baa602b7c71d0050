import {
  firstLineSentence,
  type Rota,
  rota,
  rotaCaveat,
  stillExceeds,
  type Tiers,
  twoTiersNeedTwo,
} from "#shared/rota.ts";

export interface OnCallInput {
  people: number;
  tiers: Tiers;
  /** A month, whole team. */
  interruptions: number;
  /** Percent a first line settles: the visitor's own figure. */
  settled: number;
}

export interface OnCallResult {
  sentence: string;
  caveat: string;
  firstLine: string;
  /** What holds if an outside first line replaces tier one; empty with one tier. */
  replaced: string;
  /** For each of 52 weeks: is one person on call? */
  weeks: readonly boolean[];
}

export const example: OnCallInput = { people: 3, tiers: 1, interruptions: 24, settled: 50 };

/** What each number may be; the form says so and the script checks it. */
export const limits = {
  people: { min: 1, max: 200 },
  interruptions: { min: 0, max: 10_000 },
  settled: { min: 0, max: 100 },
} as const;

function weeksOf(share: number): boolean[] {
  return Array.from({ length: 52 }, (_, week) => Math.floor((week + 1) * share) > Math.floor(week * share));
}

function replacedSentence({ people, tiers }: OnCallInput): string {
  const alone = tiers === 2 ? rota(people, 1) : null;
  if (alone === null) return "";
  const exceeds = people < alone.peopleForOneInFour ? ` ${stillExceeds}` : "";
  return `If it replaces tier one: ${alone.sentence}${exceeds}`;
}

/** Returns the sentences and the year of a rota; two tiers of one person give a sentence and no weeks. */
export function onCallResult(input: OnCallInput): OnCallResult {
  const own: Rota | null = rota(input.people, input.tiers);
  return {
    sentence: own?.sentence ?? twoTiersNeedTwo,
    caveat: rotaCaveat.text,
    firstLine: firstLineSentence(input.interruptions, input.settled),
    replaced: replacedSentence(input),
    weeks: weeksOf(own?.share ?? 0),
  };
}
