/** What a report of SES makes of a step. In whatever order reports come, and however often, it ends the same. */
import { isDeepStrictEqual } from "node:util";
import { type Feedback, type Report, refusals } from "#functions/feedback/ses-event.ts";
import type { Step } from "#functions/store/assessment-item.ts";

/**
 * Returns whether the mail can be one that this step has sent: known by its id, or one of those tries whose answer
 * never came.
 */
export function isOwnMail({ messageIds, attempts }: Step, messageId: string): boolean {
  return messageIds.includes(messageId) || messageIds.length < attempts;
}

const codes = { bounced: "bounced", forNow: "bounced-for-now", suppressed: "ses-suppressed" } as const;

const earlier = (known: string | undefined, at: string) => (known === undefined || at < known ? at : known);
const later = (known: string | undefined, at: string) => (known === undefined || at > known ? at : known);

function wasRefused({ state, lastError }: Step): boolean {
  return state === "failed" && refusals.some((code) => code === lastError);
}

/** A mail that SES took: whatever the worker feared of it is settled. */
function went(step: Step): Step {
  return step.state === "bounced" || wasRefused(step) ? step : { ...step, state: "done", lastError: null };
}

/** An out-of-office note may look like a bounce for now; only a mailbox that is not there undoes a delivery. */
function delivered({ delayedAt: _, ...step }: Step, at: string): Step {
  const settled: Step =
    step.lastError === codes.forNow ? { ...step, state: "done", lastError: null } : went(step);
  return { ...settled, deliveredAt: earlier(step.deliveredAt, at) };
}

function bounced({ delayedAt: _, ...step }: Step, code: string): Step {
  return { ...step, state: "bounced", lastError: code };
}

function bouncedForNow(step: Step): Step {
  return step.deliveredAt !== undefined || step.state === "bounced" ? step : bounced(step, codes.forNow);
}

function delayed(step: Step, at: string): Step {
  if (step.deliveredAt !== undefined || step.state === "bounced") return step;
  return { ...went(step), delayedAt: later(step.delayedAt, at) };
}

function complained(step: Step, at: string, wasSent: boolean): Step {
  const settled = wasSent ? went(step) : bounced(step, codes.suppressed);
  return { ...settled, complainedAt: earlier(step.complainedAt, at) };
}

function after(step: Step, report: Report, at: string): Step {
  switch (report.kind) {
    case "sent":
      return went(step);
    case "delivered":
      return delivered(step, at);
    case "delayed":
      return delayed(step, at);
    case "refused":
      return step.state === "bounced" ? step : { ...step, state: "failed", lastError: report.code };
    case "bounced":
      return report.forGood ? bounced(step, codes.bounced) : bouncedForNow(step);
    case "complained":
      return complained(step, at, report.sent);
  }
}

/** Returns the step after an event about a mail of its own, or null where that tells nothing new. */
export function stepAfterReport(step: Step, { messageId, at, report }: Feedback): Step | null {
  const known = step.messageIds.includes(messageId);
  const messageIds = known ? step.messageIds : [...step.messageIds, messageId];
  const changed = { ...after(step, report, at.toISOString()), messageIds };
  return isDeepStrictEqual(changed, step) ? null : changed;
}
