import type { Edition, Question, Recommendation } from "#shared/edition.ts";

/** Called for by no answer and no cause, but by a rule of the planning code: load at 70 or more. */
const placedByRule: ReadonlySet<string> = new Set(["R30"]);

function reachProblems(
  recommendation: Recommendation,
  byId: ReadonlyMap<string, Question>,
  scoredCauses: ReadonlySet<string>,
): string[] {
  const { id, triggers, cause } = recommendation;
  const reachable =
    placedByRule.has(id) ||
    triggers.some(({ questionId }) => byId.has(questionId)) ||
    (cause !== null && scoredCauses.has(cause));
  return [
    ...(reachable ? [] : [`Recommendation ${id} can never be called for.`]),
    ...triggers.flatMap(({ questionId, need }) => {
      const kind = byId.get(questionId)?.kind;
      return kind === undefined || kind === need
        ? []
        : [`Recommendation ${id} adds a ${need} need for ${questionId}, which is a ${kind} question.`];
    }),
  ];
}

function flagProblems(edition: Edition): string[] {
  const stepOf = new Map(Object.entries(edition.flagSteps));
  const flagged = edition.questions.filter(
    (question) => question.kind === "technical" && question.flag !== null,
  );
  const triggered = (recommendationId: string, questionId: string) =>
    edition.recommendations.some(
      ({ id, triggers }) =>
        id === recommendationId && triggers.some((trigger) => trigger.questionId === questionId),
    );
  return [
    ...flagged
      .filter(({ id }) => !stepOf.has(id))
      .map(({ id }) => `Flag ${id} has no first step: name its recommendation in flagSteps.`),
    ...[...stepOf].flatMap(([questionId, recommendationId]) => [
      ...(flagged.some(({ id }) => id === questionId)
        ? []
        : [`flagSteps has ${questionId}, which is no flag.`]),
      ...(triggered(recommendationId, questionId)
        ? []
        : [`Flag ${questionId} prints a step of ${recommendationId}, which it does not call for.`]),
    ]),
    ...(edition.jointFlag.questionIds.some((id) => triggered(edition.jointFlag.recommendationId, id))
      ? []
      : [
          `Flag ${edition.jointFlag.id} prints a step of ${edition.jointFlag.recommendationId}, which it does not call for.`,
        ]),
  ];
}

/** Returns a problem for every recommendation no answers lead to, and every flag without its first step. */
export function checkPlan(edition: Edition): string[] {
  const byId = new Map(edition.questions.map((question) => [question.id, question]));
  const scoredCauses = new Set<string>(
    edition.questions.flatMap((question) =>
      question.kind === "people" && question.cause !== null ? [question.cause] : [],
    ),
  );
  return [
    ...edition.recommendations.flatMap((recommendation) => reachProblems(recommendation, byId, scoredCauses)),
    ...flagProblems(edition),
  ];
}
