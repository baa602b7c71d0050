/** How long a path takes, computed from the edition's words and never typed: 200 words a minute and 4 s a question. */
import { askedSections, onCallFollowers, sectionQuestions } from "#shared/assessment-path.ts";
import type { Edition, Industry, Question, Section } from "#shared/edition.ts";
import { roles } from "#shared/profile.ts";
import { profileQuestions } from "#shared/questions/2026-1/profile-questions.ts";
import { readingSeconds } from "#shared/reading-pace.ts";

/** "core" is the first path, "full" all of it, "rest" what the offer after the result adds. */
export type ReadingPath = "core" | "full" | "rest";

/** What leaves people questions out, or counts introductions in; by default neither. */
export interface ReadingOptions {
  /** Nobody in-house runs infrastructure: the people sections are not shown. */
  withoutPeople?: boolean;
  /** Counts the instruction and the introductions of the sections too. */
  introductions?: boolean;
}

function profileFields(edition: Edition) {
  return {
    industry: [profileQuestions.industry.text, ...edition.industries.map((industry) => industry.name)],
    infrastructurePeople: [profileQuestions.people.text],
    role: [profileQuestions.role.text, ...roles.map((role) => role.label)],
  };
}

/** The profile questions come before the first section, so the rest of the full path has none. */
function profileTexts(edition: Edition, path: ReadingPath): readonly string[][] {
  return path === "rest" ? [] : Object.values(profileFields(edition));
}

function readSections(
  edition: Edition,
  industry: Industry,
  path: ReadingPath,
  options: ReadingOptions,
): { sections: Section[]; questions: Question[] } {
  const visitor = { industry, infrastructurePeople: options.withoutPeople ? 0 : 1, answers: {} };
  const parts =
    path === "full" ? (["core", "full"] as const) : ([path === "core" ? "core" : "full"] as const);
  const sections = parts.flatMap((part) => askedSections(edition, part, visitor));
  return { sections, questions: sections.flatMap((section) => sectionQuestions(edition, section, visitor)) };
}

function wordsIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}

function questionTexts(question: Question): string[] {
  const ownNaLabel = onCallFollowers.includes(question.id) ? null : question.naLabel;
  return [question.text, ...question.answers, ownNaLabel ?? ""];
}

/** Returns the words of a question, its four answers and its "does not apply". */
export function questionWords(question: Question): number {
  return wordsIn(questionTexts(question));
}

/** Returns the words of the three questions of the profile with their choices. */
export function profileWords(edition: Edition): Record<"industry" | "infrastructurePeople" | "role", number> {
  const { industry, infrastructurePeople, role } = profileFields(edition);
  return {
    industry: wordsIn(industry),
    infrastructurePeople: wordsIn(infrastructurePeople),
    role: wordsIn(role),
  };
}

/** Returns how many questions a path asks, the three of the profile included except in "rest". */
export function questionCount(
  edition: Edition,
  industry: Industry,
  path: ReadingPath,
  options: ReadingOptions = {},
): number {
  const { questions } = readSections(edition, industry, path, options);
  return profileTexts(edition, path).length + questions.length;
}

/**
 * Returns the words of every question with its four answers and its "does not apply", the profile included
 * except in "rest". "I don't know yet", hints, reassurance lines and the contact step are not counted.
 */
export function wordCount(
  edition: Edition,
  industry: Industry,
  path: ReadingPath,
  options: ReadingOptions = {},
): number {
  const { sections, questions } = readSections(edition, industry, path, options);
  const profile = profileTexts(edition, path);
  const introductions = [
    ...(profile.length > 0 ? [profileQuestions.introduction, edition.instruction] : []),
    ...sections.map((section) => section.introduction),
  ];
  return wordsIn([
    ...profile.flat(),
    ...questions.flatMap(questionTexts),
    ...(options.introductions ? introductions : []),
  ]);
}

/** Returns the reading time of a path in seconds, not rounded. */
export function seconds(
  edition: Edition,
  industry: Industry,
  path: ReadingPath,
  options: ReadingOptions = {},
): number {
  return readingSeconds(
    wordCount(edition, industry, path, options),
    questionCount(edition, industry, path, options),
  );
}

/** Returns the reading time of a path in whole minutes, rounded up: what "about {minutes} minutes" prints. */
export function minutes(
  edition: Edition,
  industry: Industry,
  path: ReadingPath,
  options: ReadingOptions = {},
): number {
  return Math.ceil(seconds(edition, industry, path, options) / 60);
}
