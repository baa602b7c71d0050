/**
 * Submissions that look like a program's. Nothing of them is mailed and sales is not told, until somebody looks and
 * lets them go; dropping them would lose the person who was taken for a program.
 */
import type { Assessment, Step } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import type { Table } from "#functions/store/table.ts";

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
 * Lets a held assessment go its way: its steps are owed from now on. The mark stays, so that the list shows both.
 * Returns false when there was nothing to release.
 */
export async function releaseHeld(table: Table, id: string, now: Date): Promise<boolean> {
  const changed = await changeAssessment(table, id, (assessment) =>
    isHeld(assessment)
      ? {
          steps: assessment.steps.map((step) => (step.state === "held" ? released(step, now) : step)),
        }
      : null,
  );
  return changed !== null;
}
