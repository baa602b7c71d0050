import { applicableQuestions } from "#shared/answers.ts";
import type { Answer, Answers, Industry } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { goldenCases } from "./golden-cases.ts";

type Part = "all" | "technical" | "people" | "core";

/** Returns one answer for every question of an industry, or of a part of them, then the exceptions. */
export function everyAnswer(
  industry: Industry,
  answer: Answer,
  exceptions: Answers = {},
  part: Part = "all",
): Answers {
  const asked = applicableQuestions(currentEdition, industry).filter(
    (question) => part === "all" || (part === "core" ? question.core : question.kind === part),
  );
  return { ...Object.fromEntries(asked.map(({ id }) => [id, answer])), ...exceptions };
}

/** Returns the answers and respondent of worked Test 1, 2 or 3. */
export function workedTest(number: 1 | 2 | 3) {
  const found = goldenCases[number - 1];
  if (found === undefined) throw new Error(`No worked test ${number}.`);
  const { answers, industry, infrastructurePeople } = found;
  return { answers, respondent: { industry, infrastructurePeople } };
}
