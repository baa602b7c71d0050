/** A report that its reader did not get by mail: sales is told, and the result page offers it. */
import type { UndeliveredCause } from "#functions/mail/undelivered-notice.tsx";
import { owedStep, type Step } from "#functions/store/assessment-item.ts";

const undeliveredStates = new Set<Step["state"]>(["failed", "bounced", "skipped"]);

/**
 * Returns the step of the mail that brings the report, or leads to it, when that mail does not arrive:
 * given up, bounced, or not sent because the address is suppressed or over its limit. Null otherwise.
 */
export function undeliveredStep(steps: readonly Step[]): Step | null {
  const named = (wanted: Step["name"]) => steps.find(({ name }) => name === wanted);
  const step = named("report") ?? named("confirmation");
  return step !== undefined && undeliveredStates.has(step.state) ? step : null;
}

/** Returns why, in the words of the notice to sales. */
export function undeliveredCause(steps: readonly Step[]): UndeliveredCause {
  switch (undeliveredStep(steps)?.lastError) {
    case "bounced":
    case "suppressed-bounce":
      return "bounced";
    case "bounced-for-now":
    case "suppressed-soft-bounces":
      return "bounced for now";
    case "ses-suppressed":
    case "suppressed-complaint":
      return "complaint";
    case "suppressed-not-me":
      return "not me";
    default:
      return "not sent";
  }
}

/** Of a flood of requests for one address, each further one is not worth a mail to sales. */
export const overLimit = "over-limit";

/** Returns the steps with the notice to sales owed where it has to be: once, and not when the mail arrived after all. */
export function withUndeliveredNotice(steps: readonly Step[], now: Date): Step[] {
  const undelivered = undeliveredStep(steps);
  const notice = steps.find(({ name }) => name === "undelivered-notice");
  const needed = undelivered !== null && undelivered.lastError !== overLimit;
  if (notice === undefined) return needed ? [...steps, owedStep("undelivered-notice", now)] : [...steps];
  const changed = noticeAgain(notice, needed, now);
  return steps.map((step) => (step === notice ? changed : step));
}

function noticeAgain(notice: Step, needed: boolean, now: Date): Step {
  if (needed && notice.state === "skipped") return owedStep("undelivered-notice", now);
  const untold = notice.state === "owed" && notice.attempts === 0;
  return !needed && untold ? { ...notice, state: "skipped", lastError: "arrived" } : notice;
}
