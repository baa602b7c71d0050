/** Shows and hides the parts of the form that depend on other answers. */
import { sectionQuestions, type Visitor } from "#shared/assessment-path.ts";
import type { FormOutline } from "#shared/views/form/form-outline.ts";
import { find } from "../markup.ts";
import { type StepId, stepQuestions } from "./steps.ts";

/** The alarm is answered by whoever notices, or by a named person: then a phone does ring. */
function someonesPhoneRings({ answers }: Visitor): boolean {
  return answers.OC1 === "na" && (answers.M1 === 1 || answers.M1 === 2);
}

/** The step before the load number asks two questions of its section; every other shows all of it. */
function shownIds(outline: FormOutline, visitor: Visitor, step: StepId): Set<string> {
  const questions =
    step === "load"
      ? stepQuestions(outline, visitor, step)
      : outline.sections.flatMap((section) => sectionQuestions(outline, section, visitor));
  return new Set(questions.map(({ id }) => id));
}

/** Shows the questions this visitor is asked at a step, and the notes their other answers call for. */
export function applyConditions(
  form: HTMLElement,
  outline: FormOutline,
  visitor: Visitor,
  step: StepId,
  phoneAnswered: boolean,
): void {
  const shown = shownIds(outline, visitor, step);
  for (const { id } of outline.questions) {
    const field = form.querySelector<HTMLElement>(`[data-field="${id}"]`);
    if (field) field.hidden = !shown.has(id);
  }
  const people = visitor.infrastructurePeople;
  find(form, "[data-small-team]").hidden = people !== 1 && people !== 2;
  find(form, "#phone-prompt").hidden = phoneAnswered || !someonesPhoneRings(visitor);
}
