import { type Desk, valuesOf, visitorOf } from "./desk.ts";
import { showMistakes } from "./mistakes-view.tsx";
import { stepMistakes } from "./step-checks.ts";
import { showStep } from "./step-view.tsx";
import { fullSteps, nextStep, previousStep, reachableStep, type StepId } from "./steps.ts";

/** Called after a step is on the page, to fill what is not part of the form. */
type Shown = (desk: Desk) => Promise<void>;

const afterShown = new Map<StepId, Shown>();

/** Has a step filled in each time before it is shown. */
export function onStep(step: StepId, shown: Shown): void {
  afterShown.set(step, shown);
}

/** Returns the step an address names, or null. */
export function stepInAddress(hash: string): StepId | null {
  return new URLSearchParams(hash.slice(1)).get("step");
}

/** Shows the step asked for, or the first open one before it; each in the browser's history once. */
export async function goTo(
  desk: Desk,
  wanted: StepId,
  { history: how = "push", focus = true }: { history?: "push" | "replace" | "keep"; focus?: boolean } = {},
): Promise<void> {
  const step = reachableStep(desk.edition, visitorOf(desk), valuesOf(desk).role, wanted);
  const address = `#step=${step}`;
  if (how === "replace" || step !== wanted) window.history.replaceState(null, "", address);
  else if (how === "push") window.history.pushState(null, "", address);
  await afterShown.get(step)?.(desk);
  showStep(desk, step, focus);
}

/** Goes on when the step is complete; otherwise says what is missing. */
export async function goOn(desk: Desk): Promise<void> {
  const mistakes = stepMistakes(desk.edition, visitorOf(desk), valuesOf(desk), desk.step);
  if (mistakes.length === 0) return goTo(desk, nextStep(desk.edition, visitorOf(desk), desk.step));
  document.title = `Error: ${document.title.replace(/^Error: /, "")}`;
  showMistakes(desk.form, desk.summary, desk.edition, mistakes);
}

/** Goes to the step before; answers stay as they are. */
export async function goBack(desk: Desk): Promise<void> {
  const step = previousStep(desk.edition, visitorOf(desk), desk.step);
  if (step) await goTo(desk, step);
}

/** Goes to the first of the further sections. */
export async function goToMore(desk: Desk): Promise<void> {
  const [first] = fullSteps(desk.edition, visitorOf(desk));
  if (first) await goTo(desk, first);
}
