import { describe, expect, it } from "vitest";
import type { Answers, Industry } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { everyAnswer } from "./answer-sets.ts";

function scoreOf(industry: Industry, answers: Answers, infrastructurePeople = 6) {
  return score(currentEdition, answers, { industry, infrastructurePeople });
}

const top = (exceptions: Answers) => scoreOf("export", everyAnswer("export", 3, exceptions));

describe("score at the ends", () => {
  it("is perfect, calm and without a plan when every answer is at the top", () => {
    expect(scoreOf("export", everyAnswer("export", 3))).toMatchObject({
      overall: 100,
      level: "Proven",
      tsr: 0,
      band: "Sustainable",
      priorities: { now: [], next: [], later: [] },
      furtherRecommendations: [],
    });
  });

  it.each([
    ["export", 9],
    ["other", 8],
  ] as const)(
    "is zero everywhere with every flag when every answer of %s is at the bottom",
    (industry, count) => {
      const bottom = scoreOf(industry, everyAnswer(industry, 0));
      expect(Object.values(bottom.domains)).toEqual([0, 0, 0, 0, 0, 0, 0]);
      expect(bottom).toMatchObject({ overall: 0, level: "Exposed", tsr: 100, band: "Unsustainable" });
      expect(bottom.flags).toHaveLength(count);
    },
  );

  it("has no number and no coverage when nothing is known", () => {
    expect(scoreOf("export", everyAnswer("export", "unknown"))).toMatchObject({
      overall: null,
      low: null,
      high: null,
      level: null,
      uncapped: null,
      overallCap: null,
      tsr: null,
      tsrState: "not enough information",
      coverage: 0,
      confidence: null,
      held: true,
    });
  });

  it("has no domain for which nothing was asked, and none at all without answers", () => {
    expect(scoreOf("other", { K1: 2 }).domains).toEqual({ DOC: 70 });
    expect(scoreOf("other", {})).toMatchObject({ domains: {}, overall: null, coverage: 0, tsr: null });
  });
});

describe("caps of the overall score", () => {
  it.each([
    [{ B2: 0 }, 64, "one flag"],
    [{ B2: 0, I1: 0 }, 44, "two flags"],
    [{ P1: 0 }, 84, "any flag"],
    [{ EXP1: 0 }, 64, "one flag"],
    [{ M1: 0, M3: 0 }, 64, "one flag"],
    [{ B2: "unknown", I1: "unknown" }, 64, "held"],
    [{ M1: 0, M3: "unknown" }, 64, "held"],
  ] as const)("hold %o at %i: %s", (exceptions, overall, reason) => {
    expect(top(exceptions)).toMatchObject({ overall, overallCap: { cap: overall, reason, binding: true } });
  });

  it.each([
    [{ P1: 0 }, 90],
    [{ EXP1: 0 }, 92],
    [{ B2: "unknown", I1: "unknown" }, 89],
  ] as const)("leave %o at %i without them", (exceptions, uncapped) => {
    expect(top(exceptions).uncapped).toBe(uncapped);
  });

  it("put one domain cap on the overlay's red flag", () => {
    expect(top({ EXP1: 0 }).domains.CED).toBe(40);
  });

  it("take the lower of two domain caps", () => {
    expect(top({ B2: 0, B3: 0 }).domains.BKP).toBe(33);
    expect(top({ B3: 0 }).domains.BKP).toBe(50);
    expect(top({ B2: 0 }).domains.BKP).toBe(40);
  });

  it("name flags, not the hold, when both give the same cap", () => {
    expect(top({ B2: 0, I1: "unknown" })).toMatchObject({
      overall: 64,
      held: true,
      heldBy: ["I1"],
      overallCap: { reason: "one flag" },
    });
  });

  it("hold two unknown gates without a flag, and let the range show both ends", () => {
    expect(top({ B2: "unknown", I1: "unknown" })).toMatchObject({
      flags: [],
      held: true,
      heldBy: ["B2", "I1"],
      low: 44,
      high: 100,
    });
  });

  it("do not hold an alarm answered at L1 beside an unknown plan", () => {
    expect(top({ M1: 1, M3: "unknown" }).held).toBe(false);
    expect(top({ M1: 0, M3: "unknown" }).heldBy).toEqual(["M3"]);
    expect(top({ M1: "unknown", M3: "unknown" }).heldBy).toEqual(["M1", "M3"]);
  });
});

describe("floors of the sustainability risk", () => {
  it("read Watch when one person is on call every week and all else is healthy, and call for a new rota", () => {
    expect(top({ OC1: 0 })).toMatchObject({ tsr: 30, band: "Watch", priorities: { now: ["R21"] } });
  });

  it("read Strained with frequent calls, Unsustainable with 15 hours of overtime", () => {
    expect(top({ OC1: 0, OC2: 1 })).toMatchObject({ tsr: 50, band: "Strained" });
    expect(top({ OC1: 0, SG1: 0 })).toMatchObject({ tsr: 70, band: "Unsustainable" });
  });
});

describe("on-call that does not apply", () => {
  const allLow = (exceptions: Answers) => scoreOf("laboratory", everyAnswer("laboratory", 1, exceptions));

  it("weighs like the best on-call answers, with pay left out", () => {
    expect(allLow({ OC1: "na" }).tsr).toBe(46);
    expect(allLow({ OC1: 3, OC2: 3 }).tsr).toBe(46);
  });

  it("shows no on-call bar", () => {
    expect(allLow({ OC1: "na" })).toMatchObject({
      causes: { "on-call": null, skill: 65 },
      causeStates: { "on-call": "not applicable" },
    });
  });

  it("overrules an answer sent for calls a month", () => {
    expect(allLow({ OC1: "na", OC2: 0 })).toEqual(allLow({ OC1: "na", OC2: "na", OC3: "na" }));
  });
});

describe("what is missing from the people part", () => {
  it("leaves every people figure and step out when nobody in-house runs infrastructure", () => {
    const none = scoreOf("export", everyAnswer("export", 0), 0);
    expect(none).toMatchObject({ tsr: null, tsrState: "not applicable", band: null, signals: null });
    expect(Object.values(none.causes)).toEqual([null, null, null, null, null]);
    expect(new Set(Object.values(none.causeStates))).toEqual(new Set(["not applicable"]));
    const { now, next, later } = none.priorities;
    const ids = [...now, ...next, ...later, ...none.furtherRecommendations];
    expect(ids.filter((id) => id >= "R21" && id <= "R30")).toEqual([]);
  });

  it("says a cause is not known when none of its answers is", () => {
    const open = everyAnswer("other", 2, { RC1: "unknown", RC2: "unknown" });
    expect(scoreOf("other", open)).toMatchObject({
      tsr: 27,
      causes: { recognition: null },
      causeStates: { recognition: "not known" },
    });
  });

  it("needs half of the demand and half of the resources that were asked", () => {
    const enough = everyAnswer("other", 2, { OC1: "unknown", OC2: "unknown" });
    expect(scoreOf("other", enough).tsrState).toBe("scored");
    expect(scoreOf("other", { ...enough, EL1: "unknown" }).tsrState).toBe("not enough information");
    const resources = everyAnswer("other", 2, { TS2: "unknown", OC3: "unknown", SK2: "unknown" });
    expect(scoreOf("other", resources).tsrState).toBe("scored");
    expect(scoreOf("other", { ...resources, RC1: "unknown" }).tsrState).toBe("not enough information");
  });
});

describe("the core path", () => {
  const core = everyAnswer("laboratory", 2, {}, "core");

  it("covers 23 of 35 at medium confidence and fills the plan with next steps", () => {
    expect(scoreOf("laboratory", core)).toMatchObject({
      overall: 70,
      tsr: 27,
      coverage: 23 / 35,
      confidence: "Medium",
      priorities: { now: ["R04", "R07", "R01"], next: [], later: [] },
      nextSteps: ["R04", "R07", "R01"],
    });
  });

  it("still shows a sustainability risk with protected time unknown", () => {
    expect(scoreOf("laboratory", { ...core, TS2: "unknown" }).tsr).not.toBeNull();
  });
});
