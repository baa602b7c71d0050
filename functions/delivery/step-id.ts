import { type StepName, stepNames } from "#functions/store/assessment-item.ts";

export interface StepReference {
  assessmentId: string;
  name: StepName;
}

/** Returns the id of a step, fit for an SES message tag. */
export function stepId({ assessmentId, name }: StepReference): string {
  return `${assessmentId}_${name}`;
}

/** Begins the tag of the last mail of an erasure, which is no step of anything. */
export const erasureTag = "erasure-";

/** Returns what a step id names, or null for a tag that is none of ours. */
export function parseStepId(text: string): StepReference | null {
  const [assessmentId, rest] = text.split("_", 2);
  const name = stepNames.find((known) => known === rest);
  return assessmentId && name ? { assessmentId, name } : null;
}
