/**
 * Submissions that look like a program's. Nothing of them is mailed and sales is not told, until somebody looks and
 * lets them go; dropping them would lose the person who was taken for a program.
 */
import type { Assessment, Step } from "#functions/store/assessment-item.ts";

/** Returns the steps put aside: not due, however long they wait. */
export function held(steps: readonly Step[]): Step[] {
  return steps.map((step) => ({ ...step, state: "held" }));
}

/** Returns whether something waits for somebody to look. */
export function isHeld({ steps }: Pick<Assessment, "steps">): boolean {
  return steps.some(({ state }) => state === "held");
}

/** A step that is not due yet keeps its time. */
function released(step: Step, now: Date): Step {
  const at = now.toISOString();
  return { ...step, state: "owed", dueAt: step.dueAt > at ? step.dueAt : at };
}

/**
 * Returns the steps of a held assessment that may go its way: owed from now on, or null when nothing is held.
 * The mark of the suspicion stays, so that the list shows both.
 */
export function releasedSteps(assessment: Pick<Assessment, "steps">, now: Date): Step[] | null {
  if (!isHeld(assessment)) return null;
  return assessment.steps.map((step) => (step.state === "held" ? released(step, now) : step));
}
