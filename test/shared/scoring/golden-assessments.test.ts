import { describe, expect, it } from "vitest";
import { checkAnswers } from "#shared/answers.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { goldenCases } from "./golden-cases.ts";

describe("score of the golden assessments", () => {
  it.each(goldenCases)("is as expected for: $name", ({ answers, expected, ...respondent }) => {
    expect(checkAnswers(currentEdition, answers, respondent)).toEqual([]);
    expect(score(currentEdition, answers, respondent)).toMatchObject(expected);
  });

  it.each(goldenCases)(
    "names exactly the expected domains for: $name",
    ({ answers, expected, ...respondent }) => {
      expect(score(currentEdition, answers, respondent).domains).toEqual(expected.domains);
    },
  );
});
