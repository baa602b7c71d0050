import { withFormerSteps } from "#functions/delivery/former-steps.ts";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import {
  type Assessment,
  isOpen,
  owedStep,
  type Step,
  type StepName,
} from "#functions/store/assessment-item.ts";
import type { AssessmentChange } from "#functions/store/assessments.ts";

/**
 * Returns whether a step is a notice or a webhook that is over. Mails to prospects have rules of their own and are not
 * repeated here; what is held waits for somebody to look.
 */
export function isRepeatable(step: Step): boolean {
  return stepKinds[step.name].to !== "prospect" && !isOpen(step) && step.state !== "held";
}

/**
 * Returns what has a notice or a webhook done once more, whatever became of it before; null when there is no such
 * step that is over. A webhook keeps its message id: who has taken it does not take it twice.
 */
export function afterRepeat(
  assessment: Assessment,
  name: StepName,
  now: Date,
): Pick<AssessmentChange, "steps" | "formerSteps"> | null {
  const { steps } = assessment;
  const step = steps.find((one) => one.name === name);
  if (step === undefined || !isRepeatable(step)) return null;
  const owed = owedStep(name, now);
  const again = step.event === undefined ? owed : { ...owed, event: step.event };
  return {
    steps: steps.map((one) => (one === step ? again : one)),
    formerSteps: withFormerSteps(assessment, [step]),
  };
}
