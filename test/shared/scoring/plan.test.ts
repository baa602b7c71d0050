import { describe, expect, it } from "vitest";
import type { Answers, Industry } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { nextStepFrom } from "#shared/scoring/candidates.ts";
import { isPeopleItem, rankRecommendations } from "#shared/scoring/plan.ts";
import { everyAnswer } from "./answer-sets.ts";

function planOf(industry: Industry, answers: Answers, infrastructurePeople = 6) {
  return rankRecommendations(currentEdition, answers, { industry, infrastructurePeople });
}

function itemOf(plan: ReturnType<typeof planOf>, id: string) {
  return plan.items.find(({ recommendationId }) => recommendationId === id);
}

const idsOf = (plan: ReturnType<typeof planOf>) => plan.items.map(({ recommendationId }) => recommendationId);

describe("rankRecommendations", () => {
  it("puts three in the first list, four in the second, five in the third and the rest beyond", () => {
    const { items } = planOf(
      "aviation",
      everyAnswer("aviation", 1, everyAnswer("aviation", 2, {}, "people")),
    );
    const sizes = ["now", "next", "later", "further"].map(
      (list) => items.filter((item) => item.list === list).length,
    );
    expect(sizes).toEqual([3, 4, 5, items.length - 12]);
    expect(items.length).toBeGreaterThan(12);
  });

  it("sheds load first and starts two steps only from a risk of 70", () => {
    const { items } = planOf("other", everyAnswer("other", 3, { OC1: 0, SG1: 0 }));
    expect(items.map(({ recommendationId, list }) => [recommendationId, list])).toEqual([
      ["R30", "now"],
      ["R23", "now"],
      ["R21", "next"],
    ]);
    expect(items[0]?.priority).toBeNull();
  });

  it("gives third place to the best people step from a risk of 50 to 69", () => {
    const strained = everyAnswer("other", 0, everyAnswer("other", 2, { OC1: 0, OC2: 1, SK1: 1 }, "people"));
    const { items } = planOf("other", strained);
    expect(items.slice(0, 3).map(({ recommendationId }) => isPeopleItem(recommendationId))).toEqual([
      false,
      false,
      true,
    ]);
    expect(items[2]?.recommendationId).toBe("R21");
  });

  it("gives a flag's five points to one step, for the joint flag to the incident plan", () => {
    const plan = planOf("other", everyAnswer("other", 3, { M1: 0, M3: 0 }));
    expect(itemOf(plan, "R12")).toMatchObject({ flag: true, priority: "8.75" });
    expect(itemOf(plan, "R10")).toMatchObject({ flag: false, priority: "4.69" });
  });

  it("says find out first only where nothing that calls for a step is known", () => {
    const plan = planOf("other", everyAnswer("other", 3, { B1: "unknown", B4: 1, P1: "unknown" }));
    expect(itemOf(plan, "R03")).toMatchObject({ findOutFirst: false, triggeredBy: ["B1", "B4"] });
    expect(itemOf(plan, "R04")).toMatchObject({ findOutFirst: true, triggeredBy: ["P1"] });
  });

  it("lets no unknown people answer call for a step", () => {
    expect(idsOf(planOf("other", everyAnswer("other", 3, { TS1: "unknown", SG1: "unknown" })))).toEqual([]);
  });

  it("asks to measure once two signals are unknown, with a need of 1 that strain never raises", () => {
    const strained = { OC1: 0, OC2: 1, SG1: "unknown", SG2: "unknown" } as const;
    expect(itemOf(planOf("other", everyAnswer("other", 3, strained)), "R29")).toMatchObject({
      priority: "1.00",
      triggeredBy: ["SG1", "SG2"],
      findOutFirst: false,
    });
    const weak = everyAnswer("other", 3, { ...strained, SG4: 1 });
    expect(itemOf(planOf("other", weak), "R29")).toMatchObject({ priority: "1.95", triggeredBy: ["SG4"] });
  });

  it("does not count a signal that was not asked as unknown", () => {
    const { SG1: _, SG2: __, ...asked } = everyAnswer("other", 3, { SG3: "unknown" });
    expect(idsOf(planOf("other", asked))).toEqual([]);
  });

  it("counts a cause once, whichever trigger holds", () => {
    const plan = planOf("other", everyAnswer("other", 3, { OC1: 0 }));
    expect(itemOf(plan, "R21")).toMatchObject({ byCause: "on-call", triggeredBy: ["OC1"], priority: "1.28" });
  });

  it("fills up with next steps only below three, and marks where each leads beyond L2", () => {
    const plan = planOf("other", everyAnswer("other", 3, { B2: 1, B3: 2, M1: 2, P2: 2 }));
    expect(plan.items).toMatchObject([
      { recommendationId: "R01", nextStep: false, nextStepFrom: null },
      { recommendationId: "R02", nextStep: true, nextStepFrom: 90, priority: "1.44" },
      { recommendationId: "R10", nextStep: true, nextStepFrom: 90, priority: "1.41" },
    ]);
  });

  it("offers no next step by cause or by the rota question", () => {
    expect(idsOf(planOf("other", everyAnswer("other", 3, { OC1: 2, SK1: 2, EL1: 2 })))).toEqual([]);
  });
});

describe("nextStepFrom", () => {
  it("is 90 days for the five steps that reach L3 by then, otherwise one year", () => {
    const early = currentEdition.recommendations.filter((one) => nextStepFrom(one) === 90);
    expect(early.map(({ id }) => id)).toEqual(["R02", "R10", "R12", "R25", "R26"]);
  });
});

describe("the responsibility matrix", () => {
  it("takes a place through its own question", () => {
    const plan = planOf("other", everyAnswer("other", 3, { N1: 1 }));
    expect(idsOf(plan)).toEqual(["R31"]);
    expect(plan.conditionBeforeHandover).toBe(false);
  });

  it("is the condition outside the lists whenever a listed step can be handed over or shared", () => {
    expect(planOf("other", everyAnswer("other", 3, { B2: 1 })).conditionBeforeHandover).toBe(true);
    expect(planOf("other", everyAnswer("other", 3, { E2: 1 })).conditionBeforeHandover).toBe(false);
    expect(planOf("other", everyAnswer("other", 3)).conditionBeforeHandover).toBe(false);
  });
});
