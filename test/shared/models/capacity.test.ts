import { describe, expect, it } from "vitest";
import { capacity, type Fit } from "#shared/models/capacity.ts";
import {
  assumptionRanges,
  type CapacityAssumptions,
  defaultAssumptions,
} from "#shared/models/capacity-assumptions.ts";
import { capacitySentence } from "#shared/models/capacity-sentence.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { printedInteger } from "#shared/scoring/rounding.ts";
import { score } from "#shared/scoring/score.ts";
import { modelCase, modelFixture } from "./model-cases.ts";

type ModelCase = (typeof modelFixture.cases)[number];

function capacityOf(model: ModelCase, horizon: 3 | 12, assumptions = defaultAssumptions) {
  const { answers, plan } = model;
  return capacity({
    edition: currentEdition,
    answers,
    respondent: model,
    headcount: null,
    priorities: { now: plan[30], next: plan[90], later: plan[365] },
    horizon,
    assumptions,
  });
}

describe("capacity", () => {
  it.each(modelFixture.cases)("finds the expected spare hours and lines for: $name", (model) => {
    const { spare, fitAlone, moved, hoursAlone } = capacityOf(model, 12);
    const hours = spare && {
      low: spare.low.valueOf(),
      planning: spare.planning?.valueOf() ?? null,
      high: spare.high.valueOf(),
    };
    expect(hours).toEqual(model.spare);
    expect(fitAlone).toEqual(model.fit);
    if (spare === null) return;
    expect(moved?.fit ?? fitAlone).toEqual(model.fitHanded);
    expect([hoursAlone.valueOf(), (moved?.hours ?? hoursAlone).valueOf()]).toEqual(model.needHours);
  });

  it.each(modelFixture.cases)("prints the expected sentence for: $name", (model) => {
    expect(capacitySentence(capacityOf(model, 12), model.infrastructurePeople)).toBe(model.sentence);
  });

  it.each([
    ["Test 1", 3, "17 (3–31)", "202", "1 of 7", "268", "1", "0−18−48", "19; 0"],
    ["Test 1", 12, "17 (3–31)", "444", "4 of 12", "500", "5", "34−27−62", "19; 67"],
    ["Test 2", 3, "0–43", "198", "0–3 of 7", "243", "0–2", "24−18−51", "0; 0"],
    ["Test 2", 12, "0–43", "464", "0–11 of 12", "474", "0–12", "83−27−66", "0; 0"],
    ["Test 3", 3, "0 (0–0)", "218", "0 of 6", "280", "0", "0−18−44", "10; 0"],
    ["Test 3", 12, "0 (0–0)", "531", "0 of 11", "622", "0", "0−27−64", "10; 0"],
  ] as const)("adds up the hours of %s over %i months", (name, horizon, ...expected) => {
    const { spare, fitAlone, moved, hoursAlone, steps } = capacityOf(modelCase(name), horizon);
    if (spare === null || fitAlone === null || moved === null) throw new Error("expected figures");
    const [low, high] = [printedInteger(spare.low), printedInteger(spare.high)];
    const fitText = (fit: Fit) => (fit.planning === null ? `${fit.low}–${fit.high}` : `${fit.planning}`);
    const freed = [moved.freed.taken, moved.freed.matrix, moved.freed.neverAlone];
    expect([
      spare.planning === null ? `${low}–${high}` : `${printedInteger(spare.planning)} (${low}–${high})`,
      `${printedInteger(hoursAlone)}`,
      `${fitText(fitAlone)} of ${steps.length}`,
      `${printedInteger(moved.hours)}`,
      fitText(moved.fit),
      freed.map(printedInteger).join("−"),
      `${printedInteger(moved.freed.onCallBackMonthly)}; ${printedInteger(moved.freed.intoPlan)}`,
    ]).toEqual(expected);
  });

  it("prints the step lists of three months in the sentence", () => {
    expect(capacitySentence(capacityOf(modelCase("Test 3"), 3), 3)).toContain(
      "With the provider-run steps moved, 0 of 6; the plan still asks 280 of your own hours in 3 months, so other work must pause first.",
    );
    expect(capacitySentence(capacityOf(modelCase("Test 1"), 3), 6)).toContain(
      "Moving the provider-run steps would not raise that in 3 months.",
    );
  });

  it("prints the sentence of one person on call alone", () => {
    const model = modelCase("Test 3");
    const alone = {
      ...model,
      infrastructurePeople: 1,
      answers: { ...model.answers, TS2: 1, SG1: 1 } as const,
    };
    const priorities = score(currentEdition, alone.answers, alone).priorities;
    const plan = { 30: priorities.now, 90: priorities.next, 365: priorities.later };
    expect(capacitySentence(capacityOf({ ...alone, plan }, 12), 1)).toBe(
      'About 2 spare hours a month for 1 person (0 to 5): alone, 1 of 11 steps in 12 months; from "Retire the unsupported" on it takes more hours, fewer tasks or help. 4 of the 11 need outside cover whatever the hours. Moving the provider-run steps would not raise that in 12 months. Planning arithmetic, our judgement, not a promise.',
    );
  });

  it("says that no step is called for when the plan is empty", () => {
    const empty = { ...modelCase("Test 1"), plan: { 30: [], 90: [], 365: [] } };
    expect(capacitySentence(capacityOf(empty, 12), 6)).toBe(
      "No step is called for. Planning arithmetic, our judgement, not a promise.",
    );
  });

  it("answers to the assumptions a reader edits, within their ranges", () => {
    const model = modelCase("Test 1");
    const { setupHours, runningHours, providerPercent } = assumptionRanges;
    const at = (end: 0 | 1) => ({
      ...defaultAssumptions,
      setupHours: { S: setupHours.S[end], M: setupHours.M[end], L: setupHours.L[end] },
      runningHours: { S: runningHours.S[end], M: runningHours.M[end], L: runningHours.L[end] },
    });
    const provider = (end: 0 | 1) => ({
      ...defaultAssumptions,
      providerPercent: { Yes: providerPercent.Yes[end], Shared: providerPercent.Shared[end], No: 0 },
      firstLinePercent: assumptionRanges.firstLinePercent[end],
      onboardingMonths: assumptionRanges.onboardingMonths[end === 0 ? 1 : 0],
    });
    const left = (percent: number) => ({
      ...defaultAssumptions,
      leftPercent: [0, percent, 75, 100] as const,
    });
    const alone = (assumptions: CapacityAssumptions) => capacityOf(model, 12, assumptions).fitAlone?.planning;
    const moved = (assumptions: CapacityAssumptions) =>
      capacityOf(model, 12, assumptions).moved?.fit.planning;
    expect([at(0), at(1), left(25), left(75)].map(alone)).toEqual([8, 2, 2, 6]);
    expect([provider(0), provider(1)].map(moved)).toEqual([3, 6]);
  });
});
