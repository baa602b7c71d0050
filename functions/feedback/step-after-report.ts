/** What a report of SES makes of a step. In whatever order reports come, and however often, it ends the same. */
import { isDeepStrictEqual } from "node:util";
import type { Feedback, Report } from "#functions/feedback/ses-event.ts";
import type { Step } from "#functions/store/assessment-item.ts";

/**
 * How a mail may end, each overruling those before it. An out-of-office note may look like a bounce for now, so a
 * delivery overrules that; only a mailbox that is not there undoes a delivery.
 */
const ends = [
  { name: "sent", state: "done", lastError: null },
  { name: "bounced for now", state: "bounced", lastError: "bounced-for-now" },
  { name: "delivered", state: "done", lastError: null },
  { name: "not rendered", state: "failed", lastError: "ses-not-rendered" },
  { name: "refused", state: "failed", lastError: "ses-refused" },
  { name: "bounced", state: "bounced", lastError: "bounced" },
  { name: "suppressed", state: "bounced", lastError: "ses-suppressed" },
] as const;

/** -1 for a step whose end SES has not reported, whatever the worker fears. */
function endOf({ state, lastError, deliveredAt }: Step): number {
  if (deliveredAt !== undefined && state === "done")
    return ends.findIndex(({ name }) => name === "delivered");
  return ends.findIndex((end) => end.state === state && end.lastError === lastError);
}

function endIn(report: Report): (typeof ends)[number]["name"] {
  if (report.kind === "bounced") return report.forGood ? "bounced" : "bounced for now";
  if (report.kind === "complained") return report.sent ? "sent" : "suppressed";
  return report.kind === "delayed" ? "sent" : report.kind;
}

const earlier = (known: string | undefined, at: string) => (known === undefined || at < known ? at : known);
const later = (known: string | undefined, at: string) => (known === undefined || at > known ? at : known);

/** Returns the step after an event about a mail of its own, or null where that tells nothing new. */
export function stepAfterReport(step: Step, { messageId, at, report }: Feedback): Step | null {
  const told = ends.findIndex(({ name }) => name === endIn(report));
  const { state, lastError } = ends[Math.max(told, endOf(step))] ?? step;
  const time = at.toISOString();
  const known = step.messageIds.includes(messageId);
  const changed: Step = {
    ...step,
    state,
    lastError,
    messageIds: known ? step.messageIds : [...step.messageIds, messageId],
    ...(report.kind === "delivered" ? { deliveredAt: earlier(step.deliveredAt, time) } : {}),
    ...(report.kind === "delayed" ? { delayedAt: later(step.delayedAt, time) } : {}),
    ...(report.kind === "complained" ? { complainedAt: earlier(step.complainedAt, time) } : {}),
  };
  return isDeepStrictEqual(changed, step) ? null : changed;
}
