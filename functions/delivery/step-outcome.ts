/** What becomes of a step: plain functions of the step. */
import { type Backoff, backoffMs } from "#functions/delivery/backoff.ts";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { type Assessment, hasMoved, isOpen, type Step } from "#functions/store/assessment-item.ts";

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString();

/** Returns the step as it is while SES has the mail and has not answered. */
export function sending(step: Step, now: Date, waitMs: number): Step {
  return { ...step, state: "sending", attempts: step.attempts + 1, dueAt: later(now, waitMs) };
}

export function done(step: Step, now: Date, messageId: string): Step {
  const messageIds = [...step.messageIds, messageId];
  return { ...step, state: "done", dueAt: now.toISOString(), lastError: null, messageIds };
}

/** Returns the step as it ends when another system took what was posted. */
export function posted(step: Step, now: Date): Step {
  return { ...step, state: "done", dueAt: now.toISOString(), lastError: null };
}

/** Returns the step owed again as it was before: nothing was tried. */
export function notTried(step: Step, dueAt: string): Step {
  return { ...step, state: "owed", attempts: Math.max(0, step.attempts - 1), dueAt };
}

export function skipped(step: Step, reason: string): Step {
  return { ...step, state: "skipped", lastError: reason };
}

export function deferred(step: Step, until: Date, reason: string): Step {
  return { ...step, state: "deferred", dueAt: until.toISOString(), lastError: reason };
}

/** Returns the step still `sending`: no answer came, so SES's report is waited for before anything else is done. */
export function unanswered(step: Step, code: string, now: Date, waitMs: number): Step {
  return { ...step, dueAt: later(now, waitMs), lastError: code };
}

/** Returns the step as it ends when it must not go twice and nobody reported that it went. */
export function unknown(step: Step): Step {
  return { ...step, state: "unknown" };
}

export function failed(step: Step, code: string): Step {
  return { ...step, state: "failed", lastError: code };
}

export interface RetryRules {
  backoff: Backoff;
  maxAttempts: number;
  random: () => number;
}

/** Returns the step owed again after a wait, or failed after the last attempt. */
export function failedOnce(step: Step, code: string, now: Date, rules: RetryRules): Step {
  if (step.attempts >= rules.maxAttempts) return failed(step, code);
  const wait = backoffMs(rules.backoff, Math.max(1, step.attempts), rules.random);
  return { ...step, state: "owed", dueAt: later(now, wait), lastError: code };
}

/** Returns the step owed again when SES asked for fewer mails: not the mail's fault, so no attempt is used up. */
export function throttled(step: Step, until: Date): Step {
  const attempts = Math.max(0, step.attempts - 1);
  return { ...step, state: "owed", attempts, dueAt: until.toISOString(), lastError: "ses-throttled" };
}

/** Returns a step after its worker died over it: a mail that kills whoever composes it must come to an end too. */
export function crashed(step: Step, now: Date, rules: RetryRules): Step {
  // From `sending` on it is not the composing that failed, and the wait decides.
  if (!isOpen(step) || step.state === "sending") return step;
  return failedOnce({ ...step, attempts: step.attempts + 1 }, "worker-crashed", now, rules);
}

/**
 * Returns whether the mail of this step was made for a mailbox that the assessment has left since: a step of the same
 * name is another one then.
 */
export function wentElsewhere(
  { name }: Step,
  madeFor: Pick<Assessment, "linksFrom">,
  now: Pick<Assessment, "linksFrom">,
): boolean {
  return stepKinds[name].to === "prospect" && hasMoved(madeFor, now);
}

/**
 * Returns the outcome, unless SES reported one meanwhile: that one is true, whatever the worker thinks.
 * A webhook owed anew meanwhile stays owed: what was sent tells of the event before.
 */
export function settledWith(current: Step, outcome: Step): Step {
  if (current.event?.number !== outcome.event?.number) return current;
  if (isOpen(current)) return outcome;
  return { ...current, messageIds: [...new Set([...current.messageIds, ...outcome.messageIds])] };
}
