/** Candidates for the plan: what the answers call for, and what leads beyond L2, each in its order. */
import Fraction from "fraction.js";
import type { CauseId, Effort, Recommendation } from "#shared/edition.ts";
import { type Call, callFor, callForNextStep, type NeedContext } from "#shared/scoring/needs.ts";
import { redFlags } from "#shared/scoring/red-flags.ts";
import { printedDecimals } from "#shared/scoring/rounding.ts";

export interface RankedRecommendation {
  recommendationId: string;
  /** Answers that call for it, in the order of the edition; empty for R30 and where only a cause does. */
  triggeredBy: readonly string[];
  /** The cause whose printed risk of 50 or more calls for it. */
  byCause: CauseId | null;
  /** A red flag stands behind it. */
  flag: boolean;
  /** No answer calls for it: it leads beyond L2. */
  nextStep: boolean;
  /** Days of the first column that leads beyond L2; null unless a next step. */
  nextStepFrom: 90 | 365 | null;
  /** Only technical unknowns call for it: find out first. */
  findOutFirst: boolean;
  /** Printed, two decimals; null for R30, which is placed by rule. */
  priority: string | null;
}

export interface Candidate extends RankedRecommendation {
  /** The priority, rounded as printed. */
  score: Fraction;
  domainWeight: number;
  effort: Effort;
}

/** What a priority is divided by. Our judgement. */
export const effortDivisor: Record<Effort, Fraction> = {
  S: new Fraction(1),
  M: new Fraction(5, 4),
  L: new Fraction(8, 5),
};
const effortOrder: readonly Effort[] = ["S", "M", "L"];
/** Added to the need where a red flag stands behind a step. */
export const flagBonus = 5;
/** Effort as a divisor of priority and gain: S 1, M 1.25, L 1.6. */
export function effortOf(recommendation: Recommendation): Fraction {
  return effortDivisor[recommendation.effort];
}

function flaggedRecommendations(context: NeedContext): ReadonlySet<string> {
  const { edition, questions, answers } = context;
  const { flags } = redFlags(edition, questions, answers);
  return new Set(
    flags
      .map((flag) =>
        flag === edition.jointFlag.id ? edition.jointFlag.recommendationId : edition.flagSteps[flag],
      )
      .filter((id) => id !== undefined),
  );
}

/** Returns the days of the first column that leads a trigger question beyond L2: 90, otherwise one year. */
export function nextStepFrom(recommendation: Recommendation): 90 | 365 {
  return Object.values(recommendation.moves).some(([, at90]) => at90 === 3) ? 90 : 365;
}

function candidate(recommendation: Recommendation, call: Call, flag: boolean, nextStep: boolean): Candidate {
  const score = call.need
    .add(flag ? flagBonus : 0)
    .div(effortOf(recommendation))
    .round(2);
  return {
    recommendationId: recommendation.id,
    triggeredBy: call.questionIds,
    byCause: call.byCause,
    flag,
    nextStep,
    nextStepFrom: nextStep ? nextStepFrom(recommendation) : null,
    findOutFirst: call.findOutFirst,
    priority: printedDecimals(score, 2),
    score,
    domainWeight: call.domainWeight,
    effort: recommendation.effort,
  };
}

function byPriority(a: Candidate, b: Candidate): number {
  return (
    b.score.compare(a.score) ||
    Number(b.flag) - Number(a.flag) ||
    effortOrder.indexOf(a.effort) - effortOrder.indexOf(b.effort) ||
    b.domainWeight - a.domainWeight ||
    a.recommendationId.localeCompare(b.recommendationId, "en")
  );
}

/** Returns both kinds, each ordered by priority, then flag, effort, domain weight and id. */
export function candidates(context: NeedContext): { called: Candidate[]; beyond: Candidate[] } {
  const flagged = flaggedRecommendations(context);
  const called: Candidate[] = [];
  const beyond: Candidate[] = [];
  for (const recommendation of context.edition.recommendations) {
    const call = callFor(context, recommendation);
    const further = call === null ? callForNextStep(context, recommendation) : null;
    if (call !== null) called.push(candidate(recommendation, call, flagged.has(recommendation.id), false));
    if (further !== null) beyond.push(candidate(recommendation, further, false, true));
  }
  return { called: called.sort(byPriority), beyond: beyond.sort(byPriority) };
}
