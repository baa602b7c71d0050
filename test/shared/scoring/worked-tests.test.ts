import type Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { normalizeAnswers } from "#shared/answers.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { scorePeople } from "#shared/scoring/people.ts";
import { rankRecommendations } from "#shared/scoring/plan.ts";
import { printedDecimals } from "#shared/scoring/rounding.ts";
import { score } from "#shared/scoring/score.ts";
import { scoreTechnical, withUnknownAs } from "#shared/scoring/technical.ts";
import { workedTest } from "./answer-sets.ts";

const four = (value: Fraction | null) => (value === null ? null : Number(printedDecimals(value, 4)));

function technicalOf(number: 1 | 2 | 3, unknownAs?: 0 | 3) {
  const { answers, respondent } = workedTest(number);
  const known = unknownAs === undefined ? answers : withUnknownAs(answers, unknownAs);
  const { domains, overall, uncapped } = scoreTechnical(currentEdition, known, respondent.industry);
  const byDomain = Object.fromEntries([...domains].map(([id, value]) => [id, four(value)]));
  return { domains: byDomain, overall: four(overall), uncapped: four(uncapped) };
}

function peopleOf(number: 1 | 2 | 3) {
  const { answers, respondent } = workedTest(number);
  const normalized = normalizeAnswers(currentEdition, answers, respondent);
  const { demand, gap, core, signals, tsr, causes } = scorePeople(
    currentEdition,
    normalized,
    respondent.infrastructurePeople,
  );
  return {
    figures: [demand, gap, core, signals, tsr].map(four),
    causes: Object.values(causes).map((risk) => (risk === null ? null : Number(printedDecimals(risk, 2)))),
  };
}

function prioritiesOf(number: 1 | 2 | 3) {
  const { answers, respondent } = workedTest(number);
  const { items } = rankRecommendations(currentEdition, answers, respondent);
  return Object.fromEntries(items.map(({ recommendationId, priority }) => [recommendationId, priority]));
}

describe("worked test 1, a repair station with every answer known", () => {
  it("has these domain means and overall", () => {
    expect(technicalOf(1)).toEqual({
      domains: { BKP: 52.5, PVM: 52.5, IAM: 76.25, MIR: 43.75, NIL: 56, CED: 69.2857, DOC: 43.75 },
      overall: 56.7146,
      uncapped: 56.7146,
    });
  });

  it("has this demand, gap, core, signals and risk, and these causes", () => {
    expect(peopleOf(1)).toEqual({
      figures: [56.25, 60.625, 53.1328, 38.75, 49.5371],
      causes: [65, 53.33, 65, 53.33, 30],
    });
  });

  it("prints these priorities", () => {
    expect(prioritiesOf(1)).toEqual({
      R01: "3.90",
      R21: "3.12",
      R23: "3.12",
      R10: "3.05",
      R29: "3.00",
      R18: "2.60",
      R24: "2.56",
      R05: "2.08",
      R06: "2.08",
      R09: "2.08",
      R03: "1.95",
      R11: "1.95",
      R26: "1.95",
      R35: "1.95",
      R14: "1.95",
      R22: "1.56",
      R20: "1.30",
      R25: "1.22",
      R32: "0.97",
    });
  });

  it("has full coverage, no flag and no hold", () => {
    const { answers, respondent } = workedTest(1);
    expect(score(currentEdition, answers, respondent)).toMatchObject({
      edition: "2026-1",
      confidence: "High",
      heldBy: [],
      overallCap: null,
      tsrState: "scored",
      signals: 39,
      furtherRecommendations: ["R26", "R35", "R14", "R22", "R20", "R25", "R32"],
      nextSteps: [],
    });
  });
});

describe("worked test 2, a laboratory with unknowns and nobody on call", () => {
  it("has these domain means and overall", () => {
    expect(technicalOf(2)).toEqual({
      domains: { BKP: 30.8333, PVM: 18.75, IAM: 57.5, MIR: 13.75, NIL: 29, CED: 73.5714, DOC: 35 },
      overall: 36.3568,
      uncapped: 36.3568,
    });
  });

  it("has this low end, with the flags that L0 would raise, and this high end", () => {
    expect(technicalOf(2, 0)).toMatchObject({
      domains: { BKP: 17.5, PVM: 8.75, IAM: 52.5, MIR: 8.75, NIL: 21 },
      overall: 29.8468,
    });
    expect(technicalOf(2, 3)).toMatchObject({
      domains: { BKP: 84.1667, PVM: 58.75, IAM: 77.5, MIR: 33.75, NIL: 61 },
      overall: 62.3968,
    });
  });

  it("has this demand, gap and core, which is the risk as one signal alone is known", () => {
    expect(peopleOf(2)).toEqual({
      figures: [28.125, 55, 33.6563, 0, 33.6563],
      causes: [null, 65, 47.5, 65, 30],
    });
  });

  it("prints these priorities, unknowns with the need of L1", () => {
    expect(prioritiesOf(2)).toMatchObject({
      R10: "4.69",
      R04: "4.16",
      R01: "3.90",
      R06: "3.20",
      R02: "3.12",
      R18: "2.60",
      R12: "2.44",
      R05: "2.08",
      R09: "2.08",
      R24: "2.08",
      R03: "1.95",
      R35: "1.95",
      R13: "1.95",
      R14: "1.95",
    });
  });

  it("is held by the restore question without that binding, at medium confidence", () => {
    const { answers, respondent } = workedTest(2);
    expect(score(currentEdition, answers, respondent)).toMatchObject({
      confidence: "Medium",
      held: true,
      heldBy: ["B2"],
      overallCap: { cap: 64, reason: "held", binding: false },
      domainRanges: { BKP: { low: 18, high: 84 }, CED: { low: 74, high: 74 } },
      causeStates: { "on-call": "not applicable", skill: "scored" },
    });
  });
});

describe("worked test 3, an export firm with two overall caps", () => {
  it("has these domain scores after the domain caps, and this overall with and without the overall cap", () => {
    expect(technicalOf(3)).toEqual({
      domains: { BKP: 85, PVM: 70, IAM: 30, MIR: 68.75, NIL: 40, CED: 81.25, DOC: 52.5 },
      overall: 44,
      uncapped: 62.225,
    });
  });

  it("has this demand, gap, core, signals and risk, and these causes", () => {
    expect(peopleOf(3)).toEqual({
      figures: [82.5, 86.875, 81.6469, 73.75, 79.6727],
      causes: [86, 88.33, 82.5, 88.33, 65],
    });
  });

  it("prints these priorities, the flags with their five points", () => {
    expect(prioritiesOf(3)).toMatchObject({
      R30: null,
      R07: "13.00",
      R13: "6.13",
      R23: "4.80",
      R24: "4.24",
      R21: "4.13",
      R27: "3.90",
      R25: "3.09",
      R29: "3.00",
      R18: "2.60",
      R22: "2.40",
    });
  });

  it("names two flags as what caps it", () => {
    const { answers, respondent } = workedTest(3);
    expect(score(currentEdition, answers, respondent).overallCap).toEqual({
      cap: 44,
      reason: "two flags",
      binding: true,
    });
  });
});
