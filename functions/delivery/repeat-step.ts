import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { type Assessment, isOpen, type StepName } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import type { Table } from "#functions/store/table.ts";

/**
 * Has a notice or a webhook of a lead done once more, whatever became of it before. A webhook keeps its message id:
 * who has taken it does not take it twice. Mails to prospects have rules of their own and are not repeated here.
 * Returns the changed assessment; null when the lead is gone, or has no such step that is over.
 */
export function repeatStep(
  table: Table,
  assessmentId: string,
  name: StepName,
  now: Date,
): Promise<Assessment | null> {
  return changeAssessment(table, assessmentId, ({ steps }) => {
    const step = steps.find((one) => one.name === name);
    if (step === undefined || isOpen(step) || stepKinds[name].to === "prospect") return null;
    const owed = { ...step, state: "owed", attempts: 0, dueAt: now.toISOString(), lastError: null } as const;
    return { steps: steps.map((one) => (one === step ? owed : one)) };
  });
}
