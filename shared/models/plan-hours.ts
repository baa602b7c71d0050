/** What the steps of a plan ask of the team: hours alone, and with the provider-run part moved. */
import Fraction from "fraction.js";
import { isLevel } from "#shared/answers.ts";
import type {
  Answers,
  Edition,
  Headcount,
  Industry,
  ProviderShare,
  Recommendation,
} from "#shared/edition.ts";
import type { CapacityAssumptions } from "#shared/models/capacity-assumptions.ts";
import { providerShare } from "#shared/models/provider-share.ts";
import type { Priorities } from "#shared/scoring/scorecard.ts";

/** Months within which the plan is measured: 3 for the 30- and 90-day lists, 12 for all. */
export type Horizon = 3 | 12;
export type ListedMonth = 1 | 3 | 12;

export interface PlanStep {
  recommendation: Recommendation;
  listedMonth: ListedMonth;
  share: ProviderShare;
  /** Beyond a team of this size, whatever the hours. */
  neverAlone: boolean;
  setupHours: Fraction;
  /** Set-up, and running from its listed month to the horizon. */
  hours: Fraction;
  /** The part of the hours a provider takes when the provider-run steps are moved. */
  takenHours: Fraction;
}

export interface HoursContext {
  edition: Edition;
  industry: Industry;
  people: number;
  headcount: Headcount | null;
  assumptions: CapacityAssumptions;
}

/** Smallest team that can do a step with its own people (S02: two tiers at one week in four need eight). */
const leastPeople: Readonly<Record<string, number>> = {
  R30: Number.POSITIVE_INFINITY,
  R10: 8,
  R21: 4,
  R18: 2,
  R24: 2,
};
export const responsibilityMatrix = "R31";
const firstLine = "R10";
const shedLoad = { id: "R30", afterId: "R07", afterQuestion: "I1" } as const;

/** Returns whether a step needs outside cover at this team size, whatever the hours. */
export function isNeverAlone(recommendationId: string, people: number): boolean {
  return people < (leastPeople[recommendationId] ?? 0);
}

/** Returns the hours of a recommendation from its listed month to the horizon. */
export function stepHours(
  { assumptions, headcount }: HoursContext,
  { effort }: Recommendation,
  listedMonth: ListedMonth,
  horizon: Horizon,
): Fraction {
  return new Fraction(assumptions.runningHours[effort])
    .mul(horizon - listedMonth)
    .add(assumptions.setupHours[effort])
    .mul(assumptions.size[headcount ?? "unknown"]);
}

function planStep(
  context: HoursContext,
  recommendation: Recommendation,
  listedMonth: ListedMonth,
  horizon: Horizon,
): PlanStep {
  const { assumptions, headcount, industry, people } = context;
  const hours = stepHours(context, recommendation, listedMonth, horizon);
  const share = providerShare(recommendation, industry);
  const neverAlone = isNeverAlone(recommendation.id, people);
  const moves = share === "Yes" || (share === "Shared" && neverAlone);
  return {
    recommendation,
    listedMonth,
    share,
    neverAlone,
    hours,
    setupHours: new Fraction(assumptions.setupHours[recommendation.effort]).mul(
      assumptions.size[headcount ?? "unknown"],
    ),
    takenHours: moves ? hours.mul(assumptions.providerPercent[share]).div(100) : new Fraction(0),
  };
}

/** Returns the steps listed within the horizon, in order of work. */
export function planSteps(context: HoursContext, priorities: Priorities, horizon: Horizon): PlanStep[] {
  const byId = new Map(context.edition.recommendations.map((one): [string, Recommendation] => [one.id, one]));
  const listed: [readonly string[], ListedMonth][] = [
    [priorities.now, 1],
    [priorities.next, 3],
    [horizon === 12 ? priorities.later : [], 12],
  ];
  return listed.flatMap(([ids, month]) =>
    ids.flatMap((id) => {
      const recommendation = byId.get(id);
      return recommendation === undefined ? [] : [planStep(context, recommendation, month, horizon)];
    }),
  );
}

/**
 * Returns the month after which an outside first line answers the nights, onboarding included;
 * null when no step moves them out.
 */
export function nightsMoveOutFrom(
  steps: readonly PlanStep[],
  answers: Answers,
  { onboardingMonths }: CapacityAssumptions,
): number | null {
  const byId = (id: string) => steps.find(({ recommendation }) => recommendation.id === id);
  const moved = byId(firstLine);
  const months: number[] = moved?.takenHours.gt(0) ? [moved.listedMonth] : [];
  const [shed, signIn] = [byId(shedLoad.id), byId(shedLoad.afterId)];
  const today = answers[shedLoad.afterQuestion];
  if (shed !== undefined && isLevel(today) && today >= 2) months.push(shed.listedMonth);
  else if (shed !== undefined && signIn !== undefined)
    months.push(Math.max(shed.listedMonth, signIn.listedMonth));
  return months.length === 0 ? null : Math.max(3, Math.min(...months)) + onboardingMonths;
}
