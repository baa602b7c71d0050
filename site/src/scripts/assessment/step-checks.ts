/** What keeps a step from being complete, in the words of its fields. */
import type { Visitor } from "#shared/assessment-path.ts";
import { fieldMessages, textMistake } from "#shared/field-checks.ts";
import type { FormOutline } from "#shared/views/form/form-outline.ts";
import type { FieldMistake, FormValues } from "#shared/views/form/form-state.ts";
import { unansweredMessage } from "#shared/views/form/unanswered-message.ts";
import { type StepId, stepQuestions } from "./steps.ts";

type Check = readonly [field: string, message: string | null];

function mistakes(checks: readonly Check[]): FieldMistake[] {
  return checks.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
}

const chosen = (value: string | undefined, message: string) => (value ? null : message);

function profileMistakes(visitor: Visitor, { role }: FormValues): FieldMistake[] {
  return mistakes([
    ["industry", visitor.industry === null ? fieldMessages.industry : null],
    [
      "infrastructurePeople",
      visitor.infrastructurePeople === null ? fieldMessages.infrastructurePeople : null,
    ],
    ["role", chosen(role, fieldMessages.role)],
  ]);
}

function contactMistakes(values: FormValues): FieldMistake[] {
  return mistakes([
    ["email", textMistake("email", values.email ?? "")],
    ["organisation", textMistake("organisation", values.organisation ?? "")],
    ["headcount", chosen(values.headcount, fieldMessages.headcount)],
    ["region", chosen(values.region, fieldMessages.region)],
    ["name", textMistake("name", values.name ?? "")],
    ["phone", textMistake("phone", values.phone ?? "")],
  ]);
}

/**
 * Returns what has to be corrected before a step can be left; an empty list means nothing.
 * @param textOf the words of a question: they stand in the page
 */
export function stepMistakes(
  outline: FormOutline,
  visitor: Visitor,
  values: FormValues,
  step: StepId,
  textOf: (questionId: string) => string,
): FieldMistake[] {
  if (step === "profile") return profileMistakes(visitor, values);
  if (step === "contact") return contactMistakes(values);
  return stepQuestions(outline, visitor, step)
    .filter(({ id }) => visitor.answers[id] === undefined)
    .map(({ id }) => ({ field: id, message: unansweredMessage({ text: textOf(id) }) }));
}
