import { describe, expect, it } from "vitest";
import { capacity } from "#shared/models/capacity.ts";
import { stepDates } from "#shared/models/step-dates.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { modelCase } from "./model-cases.ts";

function datesOf(name: string) {
  const { answers, ...respondent } = modelCase(name);
  const { priorities } = score(currentEdition, answers, respondent);
  const { spare, steps } = capacity({
    edition: currentEdition,
    answers,
    respondent,
    headcount: null,
    priorities,
    horizon: 12,
  });
  if (spare?.planning == null) throw new Error("expected planning hours");
  return new Map(stepDates(steps, spare.planning).map((date) => [date.recommendationId, date]));
}

describe("stepDates", () => {
  it("dates a step no team of six can do alone after onboarding", () => {
    expect(datesOf("Test 1").get("R10")).toMatchObject({ own: "not alone", handedOver: 5 });
  });

  it("leaves a shared step on the team's own date", () => {
    expect(datesOf("Test 3").get("R30")).toMatchObject({ own: "not alone", handedOver: 3 });
    expect(datesOf("Test 3").get("R07")).toMatchObject({ own: "over 24", handedOver: "over 24" });
  });

  it("counts set-up hours in the order of the plan and never before the listed month", () => {
    const dates = datesOf("Test 1");
    expect(dates.get("R01")?.own).toBe(1);
    expect(dates.get("R21")?.own).toBe(4);
    expect(dates.get("R05")).toMatchObject({ own: 14, handedOver: 14 });
  });
});
