import Fraction from "fraction.js";
import type { Capacity } from "#shared/models/capacity.ts";
import type { CapacityAssumptions } from "#shared/models/capacity-assumptions.ts";
import type { SpareHours } from "#shared/models/spare-hours.ts";
import { type StepMonth, stepDates } from "#shared/models/step-dates.ts";
import { printedInteger } from "#shared/scoring/rounding.ts";

/** "open": it depends on what is not known yet. "outside": beyond a team of this size, whatever the hours. */
export type Reach = "within" | "open" | "beyond" | "outside";

export interface CapacityStep {
  recommendationId: string;
  title: string;
  /** Printed hours within the months, and those used up before and after it. */
  hours: number;
  from: number;
  to: number;
  reach: Reach;
  /** By when it would be set up, such as "month 5"; null where no date can be told. */
  own: string | null;
  handedOver: string | null;
}

/** The steps in the order of work against the hours there are. */
export interface CapacitySeries {
  name: string;
  /** Printed hours within the months; planning null: a zone instead of a line. */
  available: { low: number; planning: number | null; high: number };
  steps: CapacityStep[];
  /** What the drawing says. */
  sentence: string;
}

interface Work {
  recommendation: { id: string; title: string };
  hours: Fraction;
  outside: boolean;
}

interface Available {
  low: Fraction;
  planning: Fraction | null;
  high: Fraction;
}

function availableIn(spare: SpareHours, months: number, extra: Fraction): Available {
  const within = (monthly: Fraction) => monthly.mul(months).add(extra);
  return {
    low: within(spare.low),
    planning: spare.planning === null ? null : within(spare.planning),
    high: within(spare.high),
  };
}

function reachOf(used: Fraction, { low, planning, high }: Available): Reach {
  if (planning !== null) return used.lte(planning) ? "within" : "beyond";
  if (used.lte(low)) return "within";
  return used.lte(high) ? "open" : "beyond";
}

function rows(work: readonly Work[], available: Available): CapacityStep[] {
  let used = new Fraction(0);
  return work.map(({ recommendation, hours, outside }) => {
    const from = used;
    if (!outside) used = used.add(hours);
    return {
      recommendationId: recommendation.id,
      title: recommendation.title,
      hours: printedInteger(hours),
      from: printedInteger(from),
      to: printedInteger(used),
      reach: outside ? "outside" : reachOf(used, available),
      own: null,
      handedOver: null,
    };
  });
}

function printed({ low, planning, high }: Available): CapacitySeries["available"] {
  return {
    low: printedInteger(low),
    planning: planning === null ? null : printedInteger(planning),
    high: printedInteger(high),
  };
}

function drawn(name: string, work: readonly Work[], available: Available, months: number): CapacitySeries {
  const steps = rows(work, available);
  const { low, planning, high } = printed(available);
  const asked = steps.at(-1)?.to ?? 0;
  const line =
    planning === null
      ? `the line lies anywhere between ${low} and ${high} hours`
      : `the line stands at ${planning} hours`;
  return {
    name,
    available: { low, planning, high },
    steps,
    sentence: `${name}: the steps ask ${asked} hours in ${months} months; ${line}.`,
  };
}

function month(value: StepMonth | "not alone"): string {
  if (value === "not alone") return value;
  return value === "over 24" ? "over 24 months" : `month ${value}`;
}

function withDates(series: CapacitySeries, result: Capacity, assumptions: CapacityAssumptions) {
  if (!result.spare?.planning) return series;
  const dates = stepDates(result.steps, result.spare.planning, assumptions);
  const steps = series.steps.map((step) => {
    const date = dates.find(({ recommendationId }) => recommendationId === step.recommendationId);
    return date ? { ...step, own: month(date.own), handedOver: month(date.handedOver) } : step;
  });
  return { ...series, steps };
}

/** Returns the steps as the team's own hours carry them; null without enough information. */
export function aloneSeries(result: Capacity, assumptions: CapacityAssumptions): CapacitySeries | null {
  const { spare, steps, horizon } = result;
  if (spare === null) return null;
  const work = steps.map(({ recommendation, hours, neverAlone }) => ({
    recommendation,
    hours,
    outside: neverAlone,
  }));
  const series = drawn("Alone", work, availableIn(spare, horizon, new Fraction(0)), horizon);
  return withDates(series, result, assumptions);
}

/** Returns the same with the provider-run steps moved; null when nothing moves. */
export function movedSeries({ spare, moved, horizon }: Capacity): CapacitySeries | null {
  if (spare === null || moved === null) return null;
  const work = moved.loads.map((load) => ({ ...load, outside: false }));
  const available = availableIn(spare, horizon, moved.freed.intoPlan);
  return drawn("With the provider-run steps moved", work, available, horizon);
}
