import { describe, expect, it } from "vitest";
import { type Answers, type Step, steps } from "#shared/edition.ts";
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

describe("the edition's recommendations", () => {
  it("move answers by the table of the model", () => {
    const moves = Object.fromEntries(currentEdition.recommendations.map((one) => [one.id, one.moves]));
    expect(moves).toEqual(modelFixture.moves);
  });

  it("carry the titles of the model", () => {
    const titles = Object.fromEntries(currentEdition.recommendations.map((one) => [one.id, one.title]));
    expect(titles).toEqual(modelFixture.tables.titles);
  });
});

describe("whatIf, rule by rule", () => {
  const team = (infrastructurePeople: number) => ({ industry: "other", infrastructurePeople }) as const;
  const done = (answers: Answers, people: number, chosen: string[], step: Step = 90) =>
    whatIf(currentEdition, answers, team(people), chosen, step);

  it("leaves an unknown unknown where the step itself does not establish L2", () => {
    expect(done({ E2: "unknown" }, 6, ["R16"], 30).E2).toBe("unknown");
    expect(done({ E2: "unknown" }, 6, ["R16"], 90).E2).toBe(2);
  });

  it("betters an answer by one level only, however many steps do so", () => {
    expect(done({ OC2: 0, M1: 0 }, 6, ["R10", "R11"]).OC2).toBe(1);
  });

  it("moves nights out under heavy load only after the second sign-in step", () => {
    expect(done({ I1: 1, M1: 0, OC2: 0, SG1: 0 }, 6, ["R30"])).toEqual({ I1: 1, M1: 0, OC2: 0, SG1: 1 });
    expect(done({ I1: 2, M1: 0, OC2: 0, SG1: 0 }, 6, ["R30"])).toEqual({ I1: 2, M1: 2, OC2: 1, SG1: 1 });
    expect(done({ I1: 1, M1: 0, OC2: 0, SG1: 0 }, 6, ["R30", "R07"])).toMatchObject({ M1: 2, OC2: 1 });
  });

  it.each([
    [1, 0, 1],
    [2, 1, 2],
    [3, 1, 2],
    [4, 2, 2],
  ] as const)("lets a rota of %i reach L%i, or L%i with the nights moved out", (people, own, relieved) => {
    expect(done({ OC1: 0, M1: 0 }, people, ["R21"]).OC1).toBe(own);
    expect(done({ OC1: 0, M1: 0 }, people, ["R21", "R10"]).OC1).toBe(relieved);
  });

  it("gives one person no deputy", () => {
    expect(done({ SK1: 0 }, 1, ["R24"], 365).SK1).toBe(0);
    expect(done({ SK1: 0 }, 2, ["R24"], 365).SK1).toBe(2);
  });

  it("lets industry steps act in their industry only", () => {
    expect(done({ B2: 1 }, 6, ["R33"]).B2).toBe(1);
  });

  it("holds a next step back until the column that leads beyond L2", () => {
    const answers = { OC1: 3, OC2: 2, B3: 2 } as const;
    expect(done(answers, 6, ["R11", "R02"], 30)).toMatchObject({ OC2: 2, B3: 2 });
    expect(done(answers, 6, ["R11", "R02"], 90)).toMatchObject({ OC2: 2, B3: 3 });
    expect(done(answers, 6, ["R11", "R02"], 365)).toMatchObject({ OC2: 3, B3: 3 });
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
