/** What the loss of people would cost: an exposure, never a forecast, and never multiplied by a risk score. */
import Fraction from "fraction.js";

/** Low, planning and high end of an amount. */
export interface Span<Amount> {
  low: Amount;
  planning: Amount;
  high: Amount;
}

/**
 * Cost of replacing one person as a percentage of yearly salary:
 * low S27 (median of 27 case studies), high S26 (half to twice salary); planning is the low end of S26.
 */
export const departurePercent: Span<number> = { low: 21, planning: 50, high: 200 };

/** Yearly voluntary turnover in tenths of a percent: 8.2 S29, 17.3 S28; 12.5 is our rounded midpoint. */
const turnoverPermille: Span<number> = { low: 82, planning: 125, high: 173 };

const ends = ["low", "planning", "high"] as const;

function each<Amount>(of: (end: (typeof ends)[number]) => Amount): Span<Amount> {
  return { low: of("low"), planning: of("planning"), high: of("high") };
}

/** Returns the cost of one departure in the salary's currency, exact. */
export function departureCost(salary: number): Span<Fraction> {
  return each((end) => new Fraction(departurePercent[end], 100).mul(salary));
}

/** Returns the yearly exposure of a team at general-market turnover, exact. */
export function yearlyExposure(people: number, salary: number): Span<Fraction> {
  return each((end) => new Fraction(turnoverPermille[end], 1000).mul(departureCost(salary)[end]).mul(people));
}

/** Returns an amount rounded half up to two significant figures, never to less than whole units. */
export function twoSignificantFigures(amount: Fraction): number {
  const digits = amount.floor().toString().length;
  const unit = 10 ** Math.max(0, digits - 2);
  return amount.div(unit).add(1, 2).floor().mul(unit).valueOf();
}
