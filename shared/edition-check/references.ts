import type { Edition, Question } from "#shared/edition.ts";

function repeated(name: string, ids: readonly string[]): string[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(twice)].map((id) => `${name} ${id} exists more than once.`);
}

/** Returns a problem for every id that two entries of the same list share. */
export function checkUniqueIds(edition: Edition): string[] {
  const ids = (entries: readonly { id: string }[]) => entries.map((entry) => entry.id);
  return [
    ...repeated("Domain", ids(edition.domains)),
    ...repeated("Cause", ids(edition.causes)),
    ...repeated("Question", ids(edition.questions)),
    ...repeated("Section", ids(edition.sections)),
    ...repeated("Recommendation", ids(edition.recommendations)),
    ...repeated("Rule", ids(edition.rules)),
    ...repeated("Benchmark", ids(edition.benchmarks)),
    ...repeated("Industry", ids(edition.industries)),
    ...repeated("Source", ids(edition.sources)),
    ...repeated(
      "Roadmap year",
      edition.roadmap.map(({ year }) => String(year)),
    ),
  ];
}

/** Every place that names a question, with the name it uses. */
function namedQuestions(edition: Edition): { by: string; id: string }[] {
  const from = (by: string, ids: readonly string[]) => ids.map((id) => ({ by, id }));
  return [
    ...edition.sections.flatMap((section) => from(`Section ${section.id}`, section.questionIds)),
    ...edition.recommendations.flatMap(({ id, triggers, moves }) => [
      ...from(
        `Recommendation ${id}`,
        triggers.map((trigger) => trigger.questionId),
      ),
      ...from(`A move of ${id}`, Object.keys(moves)),
    ]),
    ...edition.rules.flatMap(({ id, questionIds, orAnswered }) =>
      from(`Rule ${id}`, orAnswered === null ? questionIds : [...questionIds, orAnswered]),
    ),
    ...edition.benchmarks.flatMap(({ id, useWith }) =>
      from(
        `Benchmark ${id}`,
        useWith.filter((place) => place !== "people-page"),
      ),
    ),
    ...from("flagSteps", Object.keys(edition.flagSteps)),
    ...from("jointFlag", edition.jointFlag.questionIds),
  ];
}

function checkDomainsAndCauses(edition: Edition): string[] {
  const domains = new Set<string>(edition.domains.map(({ id }) => id));
  const causes = new Set<string>(edition.causes.map(({ id }) => id));
  return [
    ...edition.questions.flatMap((question) => {
      const [known, id] =
        question.kind === "technical" ? [domains, question.domain] : [causes, question.cause];
      return id === null || known.has(id)
        ? []
        : [`Question ${question.id} belongs to ${id}, which is missing.`];
    }),
    ...edition.recommendations.flatMap(({ id, cause }) =>
      cause === null || causes.has(cause) ? [] : [`Recommendation ${id} answers ${cause}, which is missing.`],
    ),
  ];
}

function ofAnotherIndustry(question: Question | undefined, industry: string): boolean {
  return question?.kind === "technical" && question.industry !== null && question.industry !== industry;
}

function checkRuleIndustries(edition: Edition, byId: ReadonlyMap<string, Question>): string[] {
  return edition.rules.flatMap(({ id, industry, questionIds }) =>
    questionIds
      .filter((questionId) => ofAnotherIndustry(byId.get(questionId), industry))
      .map(
        (questionId) =>
          `Rule ${id} is for ${industry} and stands at ${questionId}, which is not asked there.`,
      ),
  );
}

/** Returns a problem for every reference to a question, domain or cause that the edition does not have. */
export function checkReferences(edition: Edition): string[] {
  const byId = new Map(edition.questions.map((question) => [question.id, question]));
  return [
    ...namedQuestions(edition)
      .filter(({ id }) => !byId.has(id))
      .map(({ by, id }) => `${by} names question ${id}, which does not exist.`),
    ...checkDomainsAndCauses(edition),
    ...checkRuleIndustries(edition, byId),
  ];
}
