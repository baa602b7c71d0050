import type { Edition, Question, Section } from "#shared/edition.ts";
import { type Industry, industries } from "#shared/edition.ts";
import { questionCount } from "#shared/reading-time.ts";

/** Technical weight and number of questions, profile included, that readers are promised. */
const promised = {
  withOverlay: { full: { weight: 35, questions: 44 }, core: { weight: 23, questions: 26 } },
  withoutOverlay: { full: { weight: 31, questions: 40 }, core: { weight: 21, questions: 24 } },
} as const;

function placeProblems(question: Question, sections: readonly Section[]): string[] {
  const { id, core, kind } = question;
  const times = sections.flatMap(({ questionIds }) => questionIds).filter((other) => other === id).length;
  const [section] = sections.filter(({ questionIds }) => questionIds.includes(id));
  if (section === undefined) return [`Question ${id} stands in no section.`];
  return [
    ...(times > 1 ? [`Question ${id} stands in sections ${times} times.`] : []),
    ...((section.path === "core") === core
      ? []
      : [
          `Question ${id} is ${core ? "" : "not "}on the core path, but section ${section.id} is ${section.path}.`,
        ]),
    ...(section.people === (kind === "people")
      ? []
      : [`Question ${id} is a ${kind} question in section ${section.id}.`]),
  ];
}

function technicalWeight(edition: Edition, industry: Industry, coreOnly: boolean): number {
  return edition.questions
    .filter((question) => question.kind === "technical" && (question.core || !coreOnly))
    .filter(
      (question) =>
        question.kind === "technical" && (question.industry === null || question.industry === industry),
    )
    .reduce((sum, question) => sum + question.weight, 0);
}

function pathProblems(edition: Edition, industry: Industry, path: Section["path"]): string[] {
  const expected = promised[industry === "other" ? "withoutOverlay" : "withOverlay"][path];
  const weight = technicalWeight(edition, industry, path === "core");
  const questions = questionCount(edition, industry, path);
  const name = `The ${path} path for ${industry}`;
  return [
    ...(weight === expected.weight ? [] : [`${name} weighs ${weight}, expected ${expected.weight}.`]),
    ...(questions === expected.questions
      ? []
      : [`${name} asks ${questions} questions, expected ${expected.questions}.`]),
  ];
}

/** Returns a problem for every question out of place, and every sum of weights or questions that is off. */
export function checkPaths(edition: Edition): string[] {
  const domainWeight = edition.domains.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...edition.questions.flatMap((question) => placeProblems(question, edition.sections)),
    ...(domainWeight === 100 ? [] : [`Domain weights add up to ${domainWeight}, expected 100.`]),
    ...industries.flatMap((industry) => [
      ...pathProblems(edition, industry, "core"),
      ...pathProblems(edition, industry, "full"),
    ]),
  ];
}
