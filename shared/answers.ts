import {
  type Answer,
  type Answers,
  type Edition,
  type Industry,
  industries,
  type Level,
  type Question,
} from "#shared/edition.ts";

/** The two profile facts that scores depend on. */
export interface Respondent {
  industry: Industry;
  /** People who run infrastructure; 0: nobody in-house; null: not asked, which no form of ours leaves open. */
  infrastructurePeople: number | null;
}

export interface AnswerMistake {
  questionId: string;
  /** Says what to do. */
  message: string;
}

/** Whether anyone is on call at all: "does not apply" here closes the two questions that build on it. */
const onCallQuestion = "OC1";
const onCallFollowers: readonly string[] = ["OC2", "OC3"];

export function isLevel(answer: unknown): answer is Level {
  return answer === 0 || answer === 1 || answer === 2 || answer === 3;
}

/** As much of a question as decides who is asked it, so that a page can know it without the texts. */
export interface AskedQuestion {
  id: string;
  kind: Question["kind"];
  /** The industry whose overlay it belongs to; null or absent for the questions of every industry. */
  industry?: Exclude<Industry, "other"> | null;
}

function industryOf(question: AskedQuestion): Industry | null {
  return question.industry ?? null;
}

function offersNotApplicable(question: Question): boolean {
  return question.naLabel !== null || onCallFollowers.includes(question.id);
}

/** Returns the questions of an industry's full path, in the order of the edition: the common ones and its overlay. */
export function applicableQuestions<Asked extends AskedQuestion>(
  edition: { questions: readonly Asked[] },
  industry: Industry,
): readonly Asked[] {
  return edition.questions.filter((question) => {
    const own = industryOf(question);
    return own === null || own === industry;
  });
}

function mistakeIn(question: Question | undefined, answer: unknown, industry: Industry): string | null {
  if (question === undefined) return "Leave this answer out: this edition has no such question.";
  const own = industryOf(question);
  if (own !== null && own !== industry)
    return `Leave this answer out: it is asked in ${own} only, and the profile says ${industry}.`;
  if (isLevel(answer) || answer === "unknown") return null;
  if (answer === "na" && offersNotApplicable(question)) return null;
  return answer === "na"
    ? 'Choose one of the four answers or "I don\'t know yet": "does not apply" is not offered here.'
    : 'Answer with 0, 1, 2, 3 or "unknown".';
}

/**
 * Returns what is wrong with a set of answers, in the order sent; an empty list means it can be scored.
 * A set may be incomplete: completeness is the form's business.
 */
export function checkAnswers(
  edition: Edition,
  answers: Readonly<Record<string, unknown>>,
  respondent: Respondent,
): AnswerMistake[] {
  if (!industries.includes(respondent.industry))
    return [{ questionId: "industry", message: `Choose one of ${industries.join(", ")}.` }];
  const questions = new Map(edition.questions.map((question) => [question.id, question]));
  return Object.entries(answers).flatMap(([questionId, answer]) => {
    const message = mistakeIn(questions.get(questionId), answer, respondent.industry);
    return message === null ? [] : [{ questionId, message }];
  });
}

/**
 * Returns the answers as they count. With nobody in-house the people answers are gone;
 * on-call "does not apply" (OC1) makes its two followers "does not apply", whatever was sent for them.
 */
export function normalizeAnswers(
  edition: { questions: readonly AskedQuestion[] },
  answers: Answers,
  respondent: Respondent,
): Answers {
  if (respondent.infrastructurePeople === 0) return withoutPeopleAnswers(edition, answers);
  if (answers[onCallQuestion] !== "na") return answers;
  return { ...answers, ...Object.fromEntries(onCallFollowers.map((id): [string, Answer] => [id, "na"])) };
}

/** Returns the technical and industry answers only. */
export function withoutPeopleAnswers(
  edition: { questions: readonly AskedQuestion[] },
  answers: Answers,
): Answers {
  const people = new Set(
    edition.questions.filter((question) => question.kind === "people").map((question) => question.id),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !people.has(id)));
}
