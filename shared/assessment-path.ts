/** Which questions a visitor is asked, on paper and on screen alike; scoring takes any set of answers. */
import { applicableQuestions } from "#shared/answers.ts";
import type { Answers, Edition, Industry, Question, Section } from "#shared/edition.ts";

/** What is known of a visitor while they answer. */
export interface Visitor {
  /** null: not chosen yet. */
  industry: Industry | null;
  /** null: not given yet. */
  infrastructurePeople: number | null;
  answers: Answers;
}

/** Hidden, and answered the same way, once OC1 says that nobody is contacted outside working hours. */
export const onCallFollowers: readonly string[] = ["OC2", "OC3"];

function isHidden(questionId: string, answers: Answers): boolean {
  return answers.OC1 === "na" && onCallFollowers.includes(questionId);
}

/**
 * Returns the questions of a section in its order: without other industries' overlays, without what OC1
 * "does not apply" closes, and none of a people section when nobody in-house runs infrastructure.
 */
export function sectionQuestions(edition: Edition, section: Section, visitor: Visitor): Question[] {
  if (section.people && visitor.infrastructurePeople === 0) return [];
  const applicable = applicableQuestions(edition, visitor.industry ?? "other");
  return section.questionIds
    .filter((id) => !isHidden(id, visitor.answers))
    .flatMap((id) => applicable.find((question) => question.id === id) ?? []);
}

/** Returns the sections of a path that ask this visitor anything, in order. */
export function askedSections(edition: Edition, path: Section["path"], visitor: Visitor): Section[] {
  return edition.sections.filter(
    (section) => section.path === path && sectionQuestions(edition, section, visitor).length > 0,
  );
}

/** Returns the questions of a path without any answer, "I don't know yet" included; an empty list means complete. */
export function unansweredQuestions(edition: Edition, path: Section["path"], visitor: Visitor): Question[] {
  return askedSections(edition, path, visitor)
    .flatMap((section) => sectionQuestions(edition, section, visitor))
    .filter((question) => visitor.answers[question.id] === undefined);
}

/** Returns the questions answered "I don't know yet", in the order of the form. */
export function openQuestions(edition: Edition, visitor: Visitor): Question[] {
  return edition.sections
    .flatMap((section) => sectionQuestions(edition, section, visitor))
    .filter((question) => visitor.answers[question.id] === "unknown");
}
