import { describe, expect, test } from "vitest";
import {
  type PulseAnswer,
  type PulseAnswers,
  pulseMinutes,
  pulseQuestionIds,
  pulseQuestions,
} from "#shared/pulse/questions.ts";
import { managersRisk, tally } from "#shared/pulse/tally.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { goldenCase } from "../scoring/golden-cases.ts";

function person(answer: PulseAnswer, changes: Partial<PulseAnswers> = {}): PulseAnswers {
  const all = { OC1: answer, OC2: answer, SK1: answer, SK2: answer, RC1: answer, TS2: answer, EL2: answer };
  return { ...all, ...changes };
}
const team = (...people: PulseAnswers[]) => tally(currentEdition, people);
const of = (count: number, one: PulseAnswers) => Array.from({ length: count }, () => one);

describe("what a pulse publishes", () => {
  test("is nothing below five answers", () => {
    expect(team(...of(4, person(0)))).toBeNull();
    expect(team(...of(5, person(0)))).not.toBeNull();
  });

  test("never tells that everybody answered alike, at either end", () => {
    expect(team(...of(5, person(3)))).toEqual(team(...of(4, person(3)), person(2)));
    expect(team(...of(5, person(0)))).toEqual(team(...of(4, person(0)), person(1)));
  });

  test("is in tens, 10 to 90, whatever was answered", () => {
    const answers: PulseAnswer[] = [0, 1, 2, 3];
    for (const one of answers)
      for (const other of answers) {
        const causes = Object.values(team(...of(3, person(one)), ...of(3, person(other))) ?? {});
        expect(causes.every((risk) => risk !== null && risk % 10 === 0 && risk >= 10 && risk <= 90)).toBe(
          true,
        );
      }
  });

  test("leaves a cause out when one of its questions has fewer than five answers, and no other", () => {
    const causes = team(...of(4, person(1)), person(1, { SK2: "skip" }));
    expect(causes?.skill).toBeNull();
    expect(Object.entries(causes ?? {}).filter(([, risk]) => risk === null)).toHaveLength(1);
  });

  test("counts whoever is never contacted as no load from calls", () => {
    expect(team(...of(5, person(0, { OC1: "na", OC2: "skip" })))?.["on-call"]).toBe(10);
  });
});

describe("the questions", () => {
  test("have the scales, weights and causes of the manager's, each cause asked, in two minutes", () => {
    const questions = pulseQuestions(currentEdition);
    expect(questions.map(({ id }) => id)).toEqual(pulseQuestionIds);
    for (const { answers, weight, cause, manager } of questions)
      expect({ answers, weight, cause }).toEqual({
        answers: manager.answers,
        weight: manager.weight,
        cause: manager.cause,
      });
    expect(new Set(questions.map(({ cause }) => cause)).size).toBe(5);
    expect(questions.every(({ text }) => /\b(?:I|me|my)\b/.test(text))).toBe(true);
    expect(pulseMinutes(currentEdition)).toBe(2);
  });

  test("give the manager a number by the same ones only, and none where one is open", () => {
    const { answers } = goldenCase("MRO, everything answered");
    expect(managersRisk(currentEdition, { ...answers, RC1: 1, RC2: 0 }, "recognition")).toBe(65);
    expect(managersRisk(currentEdition, { ...answers, SK1: "unknown" }, "skill")).toBeNull();
  });
});
