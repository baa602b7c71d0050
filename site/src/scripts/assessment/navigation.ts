import type { FieldMistakes } from "#shared/views/form/form-state.ts";
import { prepareContact } from "./contact-step.ts";
import { type Desk, valuesOf, visitorOf } from "./desk.ts";
import { countStep } from "./funnel-steps.ts";
import { reportMistakes } from "./mistakes-view.ts";
import { questionText } from "./question-texts.ts";
import { prepareResult, showResult } from "./result-place.ts";
import { stepMistakes } from "./step-checks.ts";
import { showStep } from "./step-view.ts";
import { coreSteps, fullSteps, nextStep, previousStep, reachableStep, type StepId } from "./steps.ts";

/** Returns the step an address names, or null. */
export function stepInAddress(hash: string): StepId | null {
  return new URLSearchParams(hash.slice(1)).get("step");
}

/** The last section before the result: its code is fetched while the visitor still answers. */
function isNearEnd(desk: Desk, step: StepId): boolean {
  return coreSteps(desk.outline, visitorOf(desk)).at(-1) === step;
}

/** Shows the step asked for, or the first open one before it; each in the browser's history once. */
export async function goTo(
  desk: Desk,
  wanted: StepId,
  { history: how = "push", focus = true }: { history?: "push" | "replace" | "keep"; focus?: boolean } = {},
): Promise<void> {
  const step = reachableStep(desk.outline, visitorOf(desk), valuesOf(desk).role, wanted);
  const address = `#step=${step}`;
  if (how === "replace" || step !== wanted) window.history.replaceState(null, "", address);
  else if (how === "push") window.history.pushState(null, "", address);
  showStep(desk, step, focus);
  countStep(step);
  if (step === "result") await showResult(desk, focus);
  if (step === "contact") prepareContact(desk.form);
  if (isNearEnd(desk, step)) prepareResult();
}

/** Returns what keeps a step from being complete. */
export function mistakesAt(desk: Desk, step: StepId): FieldMistakes {
  return stepMistakes(desk.outline, visitorOf(desk), valuesOf(desk), step, (id) =>
    questionText(desk.form, id),
  );
}

/** Goes on when the step is complete; otherwise says what is missing. */
export async function goOn(desk: Desk): Promise<void> {
  const mistakes = mistakesAt(desk, desk.step);
  if (mistakes.length > 0) return reportMistakes(desk.form, mistakes);
  return goTo(desk, nextStep(desk.outline, visitorOf(desk), desk.step));
}

/** Goes to the step before; answers stay as they are. */
export async function goBack(desk: Desk): Promise<void> {
  const step = previousStep(desk.outline, visitorOf(desk), desk.step);
  if (step) await goTo(desk, step);
}

/** Goes to the first of the further sections. */
export async function goToMore(desk: Desk): Promise<void> {
  const [first] = fullSteps(desk.outline, visitorOf(desk));
  if (first) await goTo(desk, first);
}
