/** The plan with its provider-run steps moved: what the team still does, and what moving gives and costs. */
import Fraction from "fraction.js";
import type { Answers, Recommendation } from "#shared/edition.ts";
import {
  type Horizon,
  type HoursContext,
  nightsMoveOutFrom,
  type PlanStep,
  responsibilityMatrix,
  stepHours,
} from "#shared/models/plan-hours.ts";
import type { SpareHours } from "#shared/models/spare-hours.ts";

/** What moving gives and costs, in hours within the horizon unless said otherwise. */
export interface Freed {
  /** The provider's part of steps this team could do alone. */
  taken: Fraction;
  /** The responsibility matrix, where the plan does not hold it anyway. */
  matrix: Fraction;
  /** The team's own part of steps it could never do alone. */
  neverAlone: Fraction;
  /** On-call hours back a month, once the first line answers. */
  onCallBackMonthly: Fraction;
  /** The part of them that feeds the plan; the rest shortens the week. */
  intoPlan: Fraction;
}

/** Hours in the order of work; not everything that takes hours counts as a step. */
export interface Load {
  hours: Fraction;
  counts: boolean;
  recommendation: Recommendation;
}

const nothing = new Fraction(0);

/** Returns the exact sum; 0 for none. */
export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.add(value), nothing);
}

/** Nothing is handed over before the responsibility matrix stands: it goes first, in full, once. */
export function movedLoads(context: HoursContext, steps: readonly PlanStep[], horizon: Horizon): Load[] {
  const own = steps.find(({ recommendation }) => recommendation.id === responsibilityMatrix);
  const matrix = context.edition.recommendations.find(({ id }) => id === responsibilityMatrix);
  const counts = own !== undefined;
  const first: Load[] =
    matrix === undefined
      ? []
      : [{ hours: own?.hours ?? stepHours(context, matrix, 1, horizon), counts, recommendation: matrix }];
  const others = steps
    .filter((step) => step !== own)
    .map(({ hours, takenHours, recommendation }) => ({
      hours: hours.sub(takenHours),
      counts: true,
      recommendation,
    }));
  return [...first, ...others];
}

/** Returns what moving frees within the horizon. */
export function freedBy(
  context: HoursContext,
  answers: Answers,
  steps: readonly PlanStep[],
  spare: SpareHours,
  horizon: Horizon,
): Freed {
  const { assumptions, edition } = context;
  const from = nightsMoveOutFrom(steps, answers, assumptions);
  const back =
    from === null ? nothing : (spare.onCallLoss ?? nothing).mul(assumptions.firstLinePercent).div(100);
  const months = from === null ? 0 : Math.max(0, horizon - from);
  const listed = steps.some(({ recommendation }) => recommendation.id === responsibilityMatrix);
  const matrix = edition.recommendations.find(({ id }) => id === responsibilityMatrix);
  return {
    taken: sum(steps.filter(({ neverAlone }) => !neverAlone).map(({ takenHours }) => takenHours)),
    matrix: listed || matrix === undefined ? nothing : stepHours(context, matrix, 1, horizon),
    neverAlone: sum(
      steps.filter(({ neverAlone }) => neverAlone).map(({ hours, takenHours }) => hours.sub(takenHours)),
    ),
    onCallBackMonthly: back,
    intoPlan: back.mul(spare.left ?? nothing).mul(months),
  };
}
