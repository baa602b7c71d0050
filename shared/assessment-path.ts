/**
 * Which questions a visitor is asked, on paper and on screen alike; scoring takes any set of answers.
 * Works on an edition and on the outline of its form: a page that turns its sections needs no text of them.
 */
import { type AskedQuestion, applicableQuestions } from "#shared/answers.ts";
import type { Answers, Industry, Section } from "#shared/edition.ts";

/** What is known of a visitor while they answer. */
export interface Visitor {
  /** null: not chosen yet. */
  industry: Industry | null;
  /** null: not given yet. */
  infrastructurePeople: number | null;
  answers: Answers;
}

/** As much of a section as says what it asks. */
export type AskedSection = Pick<Section, "id" | "path" | "people" | "questionIds">;

/** Questions and sections in order: an edition, or the outline of its form. */
export interface Path<Asked extends AskedQuestion = AskedQuestion, Part extends AskedSection = AskedSection> {
  questions: readonly Asked[];
  sections: readonly Part[];
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
export function sectionQuestions<Asked extends AskedQuestion>(
  path: { questions: readonly Asked[] },
  section: AskedSection,
  visitor: Visitor,
): Asked[] {
  if (section.people && visitor.infrastructurePeople === 0) return [];
  const applicable = applicableQuestions(path, visitor.industry ?? "other");
  return section.questionIds
    .filter((id) => !isHidden(id, visitor.answers))
    .flatMap((id) => applicable.find((question) => question.id === id) ?? []);
}

/** Returns the sections of a path that ask this visitor anything, in order. */
export function askedSections<Part extends AskedSection>(
  path: Path<AskedQuestion, Part>,
  part: Section["path"],
  visitor: Visitor,
): Part[] {
  return path.sections.filter(
    (section) => section.path === part && sectionQuestions(path, section, visitor).length > 0,
  );
}

/** Returns the questions of a path without any answer, "I don't know yet" included; an empty list means complete. */
export function unansweredQuestions<Asked extends AskedQuestion>(
  path: Path<Asked>,
  part: Section["path"],
  visitor: Visitor,
): Asked[] {
  return askedSections(path, part, visitor)
    .flatMap((section) => sectionQuestions(path, section, visitor))
    .filter((question) => visitor.answers[question.id] === undefined);
}

/** Returns the questions answered "I don't know yet", in the order of the form. */
export function openQuestions<Asked extends AskedQuestion>(path: Path<Asked>, visitor: Visitor): Asked[] {
  return path.sections
    .flatMap((section) => sectionQuestions(path, section, visitor))
    .filter((question) => visitor.answers[question.id] === "unknown");
}
