import Fraction from "fraction.js";
import { isLevel } from "#shared/answers.ts";
import type { Answers } from "#shared/edition.ts";
import type { ByLevel, CapacityAssumptions, Reading } from "#shared/models/capacity-assumptions.ts";

/** What an open answer leaves open, in the words of the sentence. */
export type OpenAnswer = "overtime" | "rota" | "interruptions";

export interface SpareHours {
  /** Hours a month for the whole team, never below 0. */
  low: Fraction;
  /** null while overtime, rota or interruptions are open: then there is a zone instead of a line. */
  planning: Fraction | null;
  high: Fraction;
  open: readonly OpenAnswer[];
  /** Working hours a month lost to calls at the planning figures; null while anything is open. */
  onCallLoss: Fraction | null;
  /** Share left after overtime, 0 to 1, at the planning figures; null while anything is open. */
  left: Fraction | null;
}

/** The answers that capacity rests on. */
const protectedTime = "TS2";
const opens = { overtime: "SG1", rota: "OC1", interruptions: "OC2" } as const;
const openOrder = ["overtime", "rota", "interruptions"] as const;

/** Which end of a band makes for few spare hours, and which for many. */
type End = 0 | 1 | 2;

function reading(answers: Answers, questionId: string, bands: ByLevel<Reading>, end: End): number {
  const answer = answers[questionId];
  if (isLevel(answer)) return bands[answer][end];
  return end === 0 ? Math.min(...bands.map(([low]) => low)) : Math.max(...bands.map(([, , high]) => high));
}

function leftPercent(answers: Answers, left: ByLevel<number>, end: End): number {
  const answer = answers[opens.overtime];
  if (isLevel(answer)) return left[answer];
  return end === 0 ? Math.min(...left) : Math.max(...left);
}

/** Hours a month lost to calls; the more people and calls, the fewer spare hours. */
function onCallLoss(answers: Answers, people: number, assumptions: CapacityAssumptions, end: End): Fraction {
  if (nobodyIsCalled(answers)) return new Fraction(0);
  const onCall = Math.min(people, reading(answers, opens.rota, assumptions.onCallPeople, end));
  const calls = reading(answers, opens.interruptions, assumptions.calls, end);
  return new Fraction(onCall * calls).mul(assumptions.hoursPerCall);
}

function spare(answers: Answers, people: number, assumptions: CapacityAssumptions, end: End): Fraction {
  const opposite: End = end === 0 ? 2 : end === 2 ? 0 : 1;
  const working = new Fraction(assumptions.hoursPerPerson)
    .mul(people)
    .sub(onCallLoss(answers, people, assumptions, opposite));
  if (working.lte(0)) return new Fraction(0);
  return working
    .mul(reading(answers, protectedTime, assumptions.protectedPercent, end))
    .div(100)
    .mul(leftPercent(answers, assumptions.leftPercent, end))
    .div(100);
}

function nobodyIsCalled(answers: Answers): boolean {
  return answers[opens.rota] === "na" || answers[opens.interruptions] === "na";
}

function isOpen(answers: Answers, name: OpenAnswer): boolean {
  if (name !== "overtime" && nobodyIsCalled(answers)) return false;
  const answer = answers[opens[name]];
  return answer === undefined || answer === "unknown";
}

/**
 * Returns the spare hours a month of a team, or null without enough information: nobody or an unknown number
 * of people, or an unknown protected share of the week. Planning arithmetic, our judgement (models.md, B).
 * @param answers normalized
 */
export function spareHours(
  answers: Answers,
  people: number | null,
  assumptions: CapacityAssumptions,
): SpareHours | null {
  if (people === null || people === 0 || !isLevel(answers[protectedTime])) return null;
  const open = openOrder.filter((name) => isOpen(answers, name));
  const known = open.length === 0;
  return {
    low: spare(answers, people, assumptions, 0),
    planning: known ? spare(answers, people, assumptions, 1) : null,
    high: spare(answers, people, assumptions, 2),
    open,
    onCallLoss: known ? onCallLoss(answers, people, assumptions, 1) : null,
    left: known ? new Fraction(leftPercent(answers, assumptions.leftPercent, 1), 100) : null,
  };
}
