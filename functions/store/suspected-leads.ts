import { type Assessment, owedStep } from "#functions/store/assessment-item.ts";
import type { LeadEdit } from "#functions/store/lead-changes.ts";

/** Returns whether a lead waits for somebody to look, because it seems to be a program's. */
export function isHeld({ steps }: Pick<Assessment, "steps">): boolean {
  return steps.some(({ state }) => state === "held");
}

/** Lets a held lead go on like any other, or returns null when it is not held. The mark stays, and tells why it was. */
export function releaseSuspect(assessment: Assessment, at: Date): LeadEdit | null {
  if (!isHeld(assessment)) return null;
  return {
    what: "released",
    from: assessment.suspected?.why ?? null,
    to: null,
    assessment: {
      steps: assessment.steps.map((step) => (step.state === "held" ? owedStep(step.name, at) : step)),
    },
  };
}
