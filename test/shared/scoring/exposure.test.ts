import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { departureCost, type Span, twoSignificantFigures, yearlyExposure } from "#shared/scoring/exposure.ts";

const span = (low: number, planning: number, high: number) => ({ low, planning, high });

function exact({ low, planning, high }: Span<Fraction>): Span<number> {
  return span(low.valueOf(), planning.valueOf(), high.valueOf());
}

describe("departureCost and yearlyExposure", () => {
  it.each([
    [6, 95_000, span(19_950, 47_500, 190_000), span(9_815.4, 35_625, 197_220)],
    [4, 82_000, span(17_220, 41_000, 164_000), span(5_648.16, 20_500, 113_488)],
    [3, 110_000, span(23_100, 55_000, 220_000), span(5_682.6, 20_625, 114_180)],
  ])("are exact for a team of %i at a salary of %i", (people, salary, departure, yearly) => {
    expect(exact(departureCost(salary))).toEqual(departure);
    expect(exact(yearlyExposure(people, salary))).toEqual(yearly);
  });
});

describe("twoSignificantFigures", () => {
  it.each([
    [9_815.4, 9_800],
    [35_625, 36_000],
    [197_220, 200_000],
    [20_625, 21_000],
    [6_250, 6_300],
    [0, 0],
  ])("rounds %d to %d", (amount, rounded) => {
    expect(twoSignificantFigures(new Fraction(amount))).toBe(rounded);
  });
});
