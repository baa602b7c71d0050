import { describe, expect, it } from "vitest";
import { loadZones, readinessZones } from "../../site/src/content/score-zones.ts";

describe("zones of a scale", () => {
  it("are read from the scoring", () => {
    expect(readinessZones.map(({ name, from, to }) => `${from}-${to} ${name}`)).toEqual([
      "0-24 Exposed",
      "25-44 Reactive",
      "45-64 Managed",
      "65-84 Resilient",
      "85-100 Proven",
    ]);
    expect(loadZones.map(({ from }) => from)).toEqual([0, 30, 50, 70]);
  });
});
