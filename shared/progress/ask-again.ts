/** Which questions a later assessment asks, and in which order: what may have changed comes first. */
import { applicableQuestions, isLevel } from "#shared/answers.ts";
import { onCallFollowers } from "#shared/assessment-path.ts";
import type { Answer, Answers, Edition, Industry, Question } from "#shared/edition.ts";
import { isSameQuestion } from "#shared/progress/comparable.ts";

export interface AskAgain {
  /** Earlier answers that still answer a question of this edition. */
  filledIn: Answers;
  /** Unknown, then at the two lower levels: opened. */
  first: Question[];
  /** Answered well, or "does not apply": folded away. */
  settled: Question[];
  /** Never answered: a surer report, if they are now. */
  unasked: Question[];
  /** Of those, the ones without which there is no report: their words changed, or they are new. */
  required: Question[];
}

const places: Readonly<Record<string, number>> = { unknown: 0, "0": 1, "1": 2 };
const placeOf = (answer: Answer | undefined) => places[String(answer)] ?? 3;

function keptAnswers(earlier: Edition, answers: Answers, questions: readonly Question[]): Answers {
  return Object.fromEntries(
    questions.flatMap((question): [string, Answer][] => {
      const asked = earlier.questions.find(({ id }) => id === question.id);
      const answer = answers[question.id];
      return asked !== undefined && answer !== undefined && isSameQuestion(asked, question)
        ? [[question.id, answer]]
        : [];
    }),
  );
}

/**
 * Returns what to ask of somebody who measures again.
 * @param edition the one asked today
 * @param earlier the edition of the earlier answers
 */
export function askAgain(
  edition: Edition,
  earlier: Edition,
  {
    answers,
    industry,
    infrastructurePeople,
  }: { answers: Answers; industry: Industry; infrastructurePeople: number },
): AskAgain {
  const questions = applicableQuestions(edition, industry).filter(
    ({ kind }) => kind === "technical" || infrastructurePeople > 0,
  );
  const filledIn = keptAnswers(earlier, answers, questions);
  // Answered with OC1, and by it again.
  const follows = ({ id }: Question) => onCallFollowers.includes(id) && filledIn[id] === "na";
  const shown = questions.filter((question) => !follows(question));
  const isFirst = ({ id }: Question) => {
    const answer = filledIn[id];
    return answer === "unknown" || (isLevel(answer) && answer <= 1);
  };
  const unasked = shown.filter(({ id }) => filledIn[id] === undefined);
  return {
    filledIn,
    first: shown
      .filter(isFirst)
      .sort((one, other) => placeOf(filledIn[one.id]) - placeOf(filledIn[other.id])),
    settled: shown.filter((question) => filledIn[question.id] !== undefined && !isFirst(question)),
    unasked,
    required: unasked.filter(({ core }) => core),
  };
}
