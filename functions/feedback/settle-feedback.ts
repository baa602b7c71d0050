import type { Feedback } from "#functions/feedback/ses-event.ts";
import type { Log } from "#functions/log.ts";
import { addressKey, suppressAddress } from "#functions/store/addresses.ts";
import { isOpen, type Step } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import type { Table } from "#functions/store/table.ts";

export interface FeedbackDependencies {
  table: Table;
  addressSecret: string;
  now: () => Date;
  log: Log;
}

/** Returns the step as SES knows it to be, or null where that is nothing new. */
function settled(step: Step, kind: "sent" | "rejected"): Step | null {
  if (kind === "rejected")
    return step.state === "failed" ? null : { ...step, state: "failed", lastError: "ses-rejected" };
  // Open with an attempt made: a crash, a timeout or a limit kept the outcome from being written.
  return isOpen(step) && step.attempts > 0 ? { ...step, state: "done", lastError: null } : null;
}

/**
 * Writes down what SES says became of a mail. Told twice, or about an assessment that is gone, it changes nothing.
 * @throws TableUnavailable
 */
export async function settleFeedback(
  { table, addressSecret, now, log }: FeedbackDependencies,
  feedback: Feedback,
): Promise<void> {
  const { assessmentId, name } = feedback.step;
  if (feedback.kind === "unwanted") {
    // Sales gets its notices because funnel.config.ts says so, not because somebody filled in a form.
    if (name === "sales-notice") return;
    for (const address of feedback.addresses)
      await suppressAddress(table, addressKey(addressSecret, address), feedback.why, now());
    log.info("address suppressed", { assessment: assessmentId, why: feedback.why });
    return;
  }
  const { kind } = feedback;
  const changed = await changeAssessment(table, assessmentId, ({ steps }) => {
    const step = steps.find((one) => one.name === name);
    const after = step === undefined ? null : settled(step, kind);
    return after === null ? null : { steps: steps.map((one) => (one === step ? after : one)) };
  });
  if (changed !== null) log.info("step settled", { assessment: assessmentId, step: name, kind });
}
