/** The order of the pages on screen: core sections, result, further sections on request, contact. */
import { askedSections, sectionQuestions, type Visitor } from "#shared/assessment-path.ts";
import type { FormOutline, OutlinedQuestion } from "#shared/views/form/form-outline.ts";

/** "profile", "result", "load", "contact", or the id of a section. */
export type StepId = string;

/** Two answers of the last section that most often turn "not enough information" into a number. */
const loadQuestionIds: readonly string[] = ["OC3", "RC2"];

function ids(sections: readonly { id: string }[]): StepId[] {
  return sections.map(({ id }) => id);
}

/** Returns the steps before the result. */
export function coreSteps(outline: FormOutline, visitor: Visitor): StepId[] {
  return ["profile", ...ids(askedSections(outline, "core", visitor))];
}

/** Returns the further sections, offered after the result. */
export function fullSteps(outline: FormOutline, visitor: Visitor): StepId[] {
  return ids(askedSections(outline, "full", visitor));
}

/** Returns the questions a step shows; none for a step that is not a section. */
export function stepQuestions(outline: FormOutline, visitor: Visitor, step: StepId): OutlinedQuestion[] {
  const sections = outline.sections.filter(({ id, path }) =>
    step === "load" ? path === "full" : id === step,
  );
  const questions = sections.flatMap((section) => sectionQuestions(outline, section, visitor));
  return step === "load" ? questions.filter(({ id }) => loadQuestionIds.includes(id)) : questions;
}

/** Returns the two questions that most often give the load a number, where they are still unanswered. */
export function loadQuestions(outline: FormOutline, visitor: Visitor): OutlinedQuestion[] {
  return stepQuestions(outline, visitor, "load").filter(({ id }) => visitor.answers[id] === undefined);
}

function profileComplete(visitor: Visitor, role: string | undefined): boolean {
  return visitor.industry !== null && visitor.infrastructurePeople !== null && Boolean(role);
}

/** Returns the first step before the result that is not complete, or null when the result can be shown. */
export function firstOpenStep(
  outline: FormOutline,
  visitor: Visitor,
  role: string | undefined,
): StepId | null {
  if (!profileComplete(visitor, role)) return "profile";
  const open = coreSteps(outline, visitor).find((step) =>
    stepQuestions(outline, visitor, step).some(({ id }) => visitor.answers[id] === undefined),
  );
  return open ?? null;
}

/**
 * Returns the step to show when one is asked for: itself, or the first open one when it lies beyond it;
 * a step that does not exist for this visitor gives the first open one, or the result.
 */
export function reachableStep(
  outline: FormOutline,
  visitor: Visitor,
  role: string | undefined,
  wanted: StepId,
): StepId {
  const open = firstOpenStep(outline, visitor, role);
  const core = coreSteps(outline, visitor);
  const later = ["result", "load", ...fullSteps(outline, visitor), "contact"];
  if (open === null) return core.includes(wanted) || later.includes(wanted) ? wanted : "result";
  return core.includes(wanted) && core.indexOf(wanted) <= core.indexOf(open) ? wanted : open;
}

/** Returns the step after a completed one. */
export function nextStep(outline: FormOutline, visitor: Visitor, step: StepId): StepId {
  if (step === "load") return "result";
  const path = [...coreSteps(outline, visitor), "result"];
  const further = [...fullSteps(outline, visitor), "result"];
  const order = path.includes(step) ? path : further;
  return order[order.indexOf(step) + 1] ?? "result";
}

/** Returns the step before one, or null at the start. */
export function previousStep(outline: FormOutline, visitor: Visitor, step: StepId): StepId | null {
  const order = [...coreSteps(outline, visitor), "result", ...fullSteps(outline, visitor)];
  if (step === "contact" || step === "load") return "result";
  return order[order.indexOf(step) - 1] ?? null;
}

/** Returns the place of a section among all that this visitor may see, or null for a step without one. */
export function stepNumber(
  outline: FormOutline,
  visitor: Visitor,
  step: StepId,
): { at: number; of: number } | null {
  const core = coreSteps(outline, visitor);
  if (core.includes(step)) return { at: core.indexOf(step) + 1, of: core.length };
  const all = [...core, ...fullSteps(outline, visitor)];
  return all.includes(step) ? { at: all.indexOf(step) + 1, of: all.length } : null;
}
