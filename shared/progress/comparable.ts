/** What two editions have in common: only that can be compared. */
import { applicableQuestions } from "#shared/answers.ts";
import type { CauseId, DomainId, Edition, Industry, Question } from "#shared/edition.ts";

function scored(question: Question) {
  const { id, text, answers, weight, naLabel, kind } = question;
  const own =
    question.kind === "technical"
      ? [question.domain, question.flag, question.holds]
      : [question.role, question.cause];
  return JSON.stringify([id, text, answers, weight, naLabel, kind, own]);
}

/** Returns whether two questions ask the same, and count the same. */
export function isSameQuestion(one: Question, other: Question): boolean {
  return scored(one) === scored(other);
}

function sameList(one: readonly Question[], other: readonly Question[]): boolean {
  const texts = (questions: readonly Question[]) => questions.map(scored).sort().join("\n");
  return texts(one) === texts(other);
}

export interface CommonGround {
  /** Ids of the questions that both editions ask in the same way. */
  questions: ReadonlySet<string>;
  domain: (id: DomainId) => boolean;
  cause: (id: CauseId) => boolean;
  readiness: boolean;
  load: boolean;
  /** Recommendations that both editions call for by the same answers. */
  step: (id: string) => boolean;
}

/** Returns what can be compared between two editions for one industry: everything where they are the same. */
export function commonGround(before: Edition, after: Edition, industry: Industry): CommonGround {
  const one = applicableQuestions(before, industry);
  const other = applicableQuestions(after, industry);
  const same = (wanted: (question: Question) => boolean) =>
    sameList(one.filter(wanted), other.filter(wanted));
  const domain = (id: DomainId) =>
    same((question) => question.kind === "technical" && question.domain === id);
  const weights = ({ domains }: Edition) => JSON.stringify(domains.map(({ id, weight }) => [id, weight]));
  const flags = ({ jointFlag }: Edition) => JSON.stringify(jointFlag);
  const triggers = (edition: Edition, id: string) => {
    const found = edition.recommendations.find((recommendation) => recommendation.id === id);
    return JSON.stringify(found === undefined ? null : [found.title, found.triggers, found.cause]);
  };
  return {
    questions: new Set(
      other.flatMap((question) =>
        one.some((earlier) => isSameQuestion(earlier, question)) ? [question.id] : [],
      ),
    ),
    domain,
    cause: (id) => same((question) => question.kind === "people" && question.cause === id),
    readiness:
      weights(before) === weights(after) &&
      flags(before) === flags(after) &&
      before.domains.every(({ id }) => domain(id)),
    load: same(({ kind }) => kind === "people"),
    step: (id) => triggers(before, id) === triggers(after, id),
  };
}
