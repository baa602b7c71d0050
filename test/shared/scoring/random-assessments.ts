import fc from "fast-check";
import { applicableQuestions, type Respondent } from "#shared/answers.ts";
import { type Answer, type Answers, industries, type Question } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";

/** Fixed, so that a run repeats. */
export const seed = 20_261;

export interface Assessment {
  answers: Answers;
  respondent: Respondent;
}

function answerTo(question: Question) {
  const level = fc.constantFrom<Answer>(0, 1, 2, 3);
  const open = fc.constantFrom<Answer | undefined>("unknown", "unknown", undefined);
  const na = fc.constant<Answer>("na");
  return fc.oneof(
    { weight: 8, arbitrary: level },
    { weight: 2, arbitrary: open },
    { weight: question.naLabel === null ? 0 : 1, arbitrary: na },
  );
}

/** Any set of answers an industry may send, complete or not, with 0 to 12 people. */
export const assessments: fc.Arbitrary<Assessment> = fc.constantFrom(...industries).chain((industry) =>
  fc.record({
    answers: fc
      .record(
        Object.fromEntries(
          applicableQuestions(currentEdition, industry).map((question) => [question.id, answerTo(question)]),
        ),
      )
      .map(
        (answers): Answers =>
          Object.fromEntries(
            Object.entries(answers).flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer]])),
          ),
      ),
    respondent: fc.record({
      industry: fc.constant(industry),
      infrastructurePeople: fc.integer({ min: 0, max: 12 }),
    }),
  }),
);

/** The same, with one of its questions picked. */
export const assessmentsWithQuestion = assessments.chain((assessment) =>
  fc.record({
    assessment: fc.constant(assessment),
    question: fc.constantFrom(...applicableQuestions(currentEdition, assessment.respondent.industry)),
  }),
);
