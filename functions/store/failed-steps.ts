import type { Assessment } from "#functions/store/assessment-item.ts";

/** A step given up, or a mail that came back. */
const failedStates: readonly string[] = ["failed", "bounced"];

/** Returns whether a step failed for good: nothing tries it again by itself. */
export function isFailed({ state }: Assessment["steps"][number]): boolean {
  return failedStates.includes(state);
}

/** Returns whether something of a lead did not arrive. */
export function hasFailed({ steps }: Pick<Assessment, "steps">): boolean {
  return steps.some(isFailed);
}
