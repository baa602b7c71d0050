import { describe, expect, it } from "vitest";
import { steps } from "#shared/edition.ts";
import { bestGains } from "#shared/models/best-gains.ts";
import { checkpoints } from "#shared/models/checkpoints.ts";
import { whatIf } from "#shared/models/what-if.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { modelCase, modelFixture } from "./model-cases.ts";

describe("whatIf", () => {
  it.each(modelFixture.cases)("moves answers as expected at every step of: $name", (model) => {
    const chosen = [...model.plan[30], ...model.plan[90], ...model.plan[365]];
    for (const step of steps)
      expect(whatIf(currentEdition, model.answers, model, chosen, step), `${step} days`).toEqual(
        model.whatIf[step],
      );
  });
});

describe("checkpoints", () => {
  it.each([
    ["Test 1", ["57 (57–57); 50", "59 (59–59); 47", "65 (65–65); 36", "77 (77–77); 32"]],
    ["Test 2", ["36 (30–62); 34", "49 (45–63); 34", "63 (60–73); 34", "79 (78–83); 27"]],
    ["Test 3", ["44 (44–44); 80", "64 (64–64); 80", "73 (73–73); 57", "81 (81–81); 36"]],
  ])("print the readiness, range and sustainability risk of %s", (name, expected) => {
    const model = modelCase(name);
    const printed = checkpoints(currentEdition, model.answers, model).map(
      ({ scorecard: { overall, low, high, tsr } }) => `${overall} (${low}–${high}); ${tsr}`,
    );
    expect(printed).toEqual(expected);
  });
});

describe("bestGains", () => {
  it.each(modelFixture.cases)("finds the expected trios for: $name", (model) => {
    const { readiness, tsr } = bestGains(currentEdition, model.answers, model);
    expect(readiness?.recommendationIds ?? null).toEqual(model.best.overall);
    expect(tsr?.recommendationIds ?? null).toEqual(model.best.tsr);
  });

  it.each([
    ["Test 1", "57 → 65 (2.27)", "50 → 39 (3.27)"],
    ["Test 2", "36 → 53 (3.98)", "34 → 25 (2.25)"],
    ["Test 3", "44 → 75 (8.10)", "80 → 65 (4.14)"],
  ])("prints before, after and gain per effort for %s", (name, readiness, tsr) => {
    const model = modelCase(name);
    const gains = bestGains(currentEdition, model.answers, model);
    expect(
      [gains.readiness, gains.tsr].map(
        (gain) => gain && `${gain.before} → ${gain.after} (${gain.perEffort})`,
      ),
    ).toEqual([readiness, tsr]);
  });
});
