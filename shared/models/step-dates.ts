/** When each step of a plan would stand: by the team's own hours, or handed over. */
import Fraction from "fraction.js";
import { type CapacityAssumptions, defaultAssumptions } from "#shared/models/capacity-assumptions.ts";
import type { PlanStep } from "#shared/models/plan-hours.ts";

/** Months from now, or past the two years that are worth planning. */
export type StepMonth = number | "over 24";

export interface StepDate {
  recommendationId: string;
  /** By the team's own spare hours. */
  own: StepMonth | "not alone";
  /** With the provider-run steps moved. */
  handedOver: StepMonth;
}

const lastMonth = 24;

/** First month, not before the listed one, when the set-up hours so far fit the spare hours. */
function ownMonth(setupHours: Fraction, sparePerMonth: Fraction, listedMonth: number): StepMonth {
  if (sparePerMonth.lte(0)) return "over 24";
  const month = Math.max(listedMonth, setupHours.div(sparePerMonth).ceil().valueOf());
  return month > lastMonth ? "over 24" : month;
}

/**
 * Returns the month by which each step stands. Steps a provider runs, and those impossible alone, stand
 * after onboarding; shared ones on the team's own date. Answers and scores are never touched (models.md, A).
 * @param steps of the twelve-month plan, in its order
 * @param sparePerMonth planning hours
 */
export function stepDates(
  steps: readonly PlanStep[],
  sparePerMonth: Fraction,
  { onboardingMonths }: CapacityAssumptions = defaultAssumptions,
): StepDate[] {
  let setup = new Fraction(0);
  return steps.map(({ recommendation, neverAlone, share, setupHours, listedMonth }) => {
    const recommendationId = recommendation.id;
    const onboarded = listedMonth + onboardingMonths;
    if (neverAlone) return { recommendationId, own: "not alone", handedOver: onboarded };
    setup = setup.add(setupHours);
    const own = ownMonth(setup, sparePerMonth, listedMonth);
    return { recommendationId, own, handedOver: share === "Yes" ? onboarded : own };
  });
}
