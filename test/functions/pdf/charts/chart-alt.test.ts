import { describe, expect, it } from "vitest";
import { domainBarAlt, gaugeAlt, quadrantAlt, riskBarAlt, rotaAlt } from "#functions/pdf/charts/chart-alt.ts";
import { loadZones, readinessZones } from "#functions/pdf/charts/scales.ts";

describe("what charts say in words", () => {
  it("a gauge tells its scale, value, zone and range", () => {
    expect(gaugeAlt(readinessZones, { value: 45, low: 38, high: 52 })).toBe(
      "Scale from 0 to 100: Exposed from 0, Reactive from 25, Managed from 45, Resilient from 65, Proven from 85. " +
        "The pointer stands at 45, “Managed”, range 38 to 52.",
    );
  });

  it("a gauge without a number says so", () => {
    expect(gaugeAlt(loadZones, { value: null })).toMatch(/No number yet, so no pointer\.$/);
  });

  it("a range of one value is not told twice", () => {
    expect(domainBarAlt({ value: 44, low: 44, high: 44 })).toBe("Bar at 44 of 100, “Reactive”.");
  });

  it("a domain without answers is an empty bar", () => {
    expect(domainBarAlt({ value: null, low: null, high: null })).toBe("Empty bar: no answer to score.");
  });

  it("a cause of load is told against the line", () => {
    expect(riskBarAlt(50)).toContain("at or above the line at 50");
    expect(riskBarAlt(49)).toContain("below the line at 50");
    expect(riskBarAlt(null)).toBe("Empty bar: not known.");
  });

  it("the 2×2 tells the point against both lines", () => {
    expect(quadrantAlt(64, 50)).toMatch(
      /readiness 64, left of the line at 65, and load 50, at or above the line/,
    );
    expect(quadrantAlt(65, 49)).toMatch(/readiness 65, at or right of the line at 65, and load 49, below/);
  });

  it("the year tells its weeks on call", () => {
    expect(rotaAlt(52, 17)).toBe("A year of 52 weeks, 17 of them on call, spread evenly.");
  });
});
