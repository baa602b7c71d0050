/** Model B: protected hours, less on-call recovery and overtime, against the hours of the plan in its order. */
import Fraction from "fraction.js";
import { normalizeAnswers, type Respondent } from "#shared/answers.ts";
import type { Answers, Edition, Headcount } from "#shared/edition.ts";
import { type CapacityAssumptions, defaultAssumptions } from "#shared/models/capacity-assumptions.ts";
import { type Freed, freedBy, type Load, movedLoads, sum } from "#shared/models/moved-steps.ts";
import { type Horizon, type PlanStep, planSteps } from "#shared/models/plan-hours.ts";
import { type SpareHours, spareHours } from "#shared/models/spare-hours.ts";
import { answersAfter } from "#shared/models/what-if.ts";
import { printedInteger } from "#shared/scoring/rounding.ts";
import type { Priorities } from "#shared/scoring/scorecard.ts";

/** Steps that fit, at the low, planning and high spare hours; planning null: no line, a zone. */
export interface Fit {
  low: number;
  planning: number | null;
  high: number;
}

export interface Capacity {
  horizon: Horizon;
  /** null: not enough information, or nobody in-house. */
  spare: SpareHours | null;
  /** Steps listed within the horizon, in order of work. */
  steps: readonly PlanStep[];
  /** Hours of all steps the team could do alone. */
  hoursAlone: Fraction;
  fitAlone: Fit | null;
  /** Title of the first step the planning hours do not reach; null when all fit or nothing is planned. */
  beyond: string | null;
  /** The same with the provider-run steps moved; null when nothing moves. */
  moved: { hours: Fraction; fit: Fit; freed: Freed; loads: readonly Load[] } | null;
  /** At zero spare hours: what would open some, and how many a month; null when nothing would. */
  levers: { titles: readonly string[]; hours: Fraction } | null;
}

export interface CapacityInput {
  edition: Edition;
  answers: Answers;
  respondent: Respondent;
  /** null counts as the smallest estate. */
  headcount: Headcount | null;
  /** The lists as printed. */
  priorities: Priorities;
  horizon: Horizon;
  assumptions?: CapacityAssumptions;
}

const nothing = new Fraction(0);
const leverIds = { always: "R23", whenListed: "R30" } as const;

/** The line: before the first item whose cumulative hours exceed what is there, without jumping. */
function reach(loads: readonly Load[], available: Fraction): number {
  let used = nothing;
  let reached = 0;
  for (const { hours, counts } of loads) {
    used = used.add(hours);
    if (used.gt(available)) return reached;
    if (counts) reached += 1;
  }
  return reached;
}

function fitOf(loads: readonly Load[], spare: SpareHours, horizon: Horizon, extra: Fraction): Fit {
  const within = (monthly: Fraction) => reach(loads, monthly.mul(horizon).add(extra));
  return {
    low: within(spare.low),
    planning: spare.planning === null ? null : within(spare.planning),
    high: within(spare.high),
  };
}

function leversAt(
  input: CapacityInput,
  answers: Answers,
  spare: SpareHours,
  assumptions: CapacityAssumptions,
) {
  if (spare.planning === null || printedInteger(spare.planning) > 0) return null;
  const { edition, respondent, priorities } = input;
  const listed = [...priorities.now, ...priorities.next, ...priorities.later];
  const chosen = edition.recommendations.filter(
    ({ id }) => id === leverIds.always || (id === leverIds.whenListed && listed.includes(id)),
  );
  const after = answersAfter(
    edition,
    answers,
    respondent,
    chosen.map((recommendation) => ({ recommendation, notBefore: 30 })),
    90,
  );
  const hours = spareHours(after, respondent.infrastructurePeople, assumptions)?.planning ?? nothing;
  return printedInteger(hours) > 0 ? { titles: chosen.map(({ title }) => title), hours } : null;
}

/**
 * Returns how far the team's spare hours reach into the plan: alone, and with the provider-run steps moved.
 * Hours are exact. Hours that fixes return are not counted: there is no source for them. Our judgement (models.md, B).
 */
export function capacity(input: CapacityInput): Capacity {
  const { edition, respondent, headcount, horizon } = input;
  const assumptions = input.assumptions ?? defaultAssumptions;
  const answers = normalizeAnswers(edition, input.answers, respondent);
  const people = respondent.infrastructurePeople;
  const context = { edition, industry: respondent.industry, people: people ?? 1, headcount, assumptions };
  const steps = planSteps(context, input.priorities, horizon);
  const alone = steps.filter(({ neverAlone }) => !neverAlone);
  const spare = spareHours(answers, people, assumptions);
  const base = { horizon, spare, steps, hoursAlone: sum(alone.map(({ hours }) => hours)) };
  if (spare === null) return { ...base, fitAlone: null, beyond: null, moved: null, levers: null };
  const loads = alone.map(({ hours, recommendation }) => ({ hours, counts: true, recommendation }));
  const fitAlone = fitOf(loads, spare, horizon, nothing);
  const levers = leversAt(input, answers, spare, assumptions);
  const beyond = fitAlone.planning === null ? null : (alone[fitAlone.planning]?.recommendation.title ?? null);
  if (!steps.some(({ takenHours }) => takenHours.gt(0)))
    return { ...base, fitAlone, beyond, moved: null, levers };
  const handed = movedLoads(context, steps, horizon);
  const freed = freedBy(context, answers, steps, spare, horizon);
  const moved = {
    hours: sum(handed.map(({ hours }) => hours)),
    fit: fitOf(handed, spare, horizon, freed.intoPlan),
    freed,
    loads: handed,
  };
  return { ...base, fitAlone, beyond, moved, levers };
}
