/** Why a mail went twice, where section 6 of the design allows it. */
import type { StepName } from "#functions/store/assessment-item.ts";
import type { AcceptedMail } from "./mail-front.ts";
import type { Reported } from "./reports.ts";
import { maxSkewMs, policy } from "./settings.ts";

export interface Happened {
  reported: readonly Reported[];
  deaths: readonly { pid: number; at: number }[];
}

/** The clocks of two processes may differ by twice the skew of one. */
const waitMs = policy.sendingWaitMs - 2 * maxSkewMs;

function causeOf({ fate, pid, at }: AcceptedMail, again: AcceptedMail, { deaths }: Happened): string {
  if (fate === "lost") return "the answer of SES was lost";
  const died = deaths.some((death) => death.pid === pid && death.at >= at - 1_000 && death.at <= again.at);
  if (fate === "killed" || died) return "the worker was killed before it wrote the outcome";
  return "the table did not take the outcome";
}

/**
 * Returns why a mail went again after an earlier one of its step, or null where nothing allows it: it may go at most
 * once, SES had reported the first within the wait, or the wait was not over.
 */
export function allowedRepeat(
  name: StepName,
  first: AcceptedMail,
  again: AcceptedMail,
  happened: Happened,
): string | null {
  // Said here once more: the account must not believe the code it is about.
  if (name.startsWith("follow-up")) return null;
  if (again.at - first.at < waitMs) return null;
  const reports = happened.reported.filter(({ mail }) => mail.messageId === first.messageId);
  if (reports.some(({ doneAt }) => doneAt !== null && doneAt < first.at + waitMs)) return null;
  return `${causeOf(first, again, happened)}, and SES reported nothing within the wait`;
}
