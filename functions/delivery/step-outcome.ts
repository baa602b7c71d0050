/** What becomes of a step after it was tried: plain functions of the step. */
import { type Backoff, backoffMs } from "#functions/delivery/backoff.ts";
import type { Step } from "#functions/store/assessment-item.ts";

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString();

export function sending(step: Step, now: Date, waitMs: number): Step {
  return { ...step, state: "sending", attempts: step.attempts + 1, dueAt: later(now, waitMs) };
}

export function done(step: Step, now: Date): Step {
  return { ...step, state: "done", dueAt: now.toISOString(), lastError: null };
}

export function skipped(step: Step, reason: string): Step {
  return { ...step, state: "skipped", lastError: reason };
}

export function deferred(step: Step, until: Date): Step {
  return { ...step, state: "deferred", dueAt: until.toISOString(), lastError: "daily-limit" };
}

export interface RetryRules {
  backoff: Backoff;
  maxAttempts: number;
  random: () => number;
}

/** Returns the step owed again after a wait, or failed after the last attempt. */
export function failedOnce(step: Step, code: string, now: Date, rules: RetryRules): Step {
  if (step.attempts >= rules.maxAttempts) return { ...step, state: "failed", lastError: code };
  const wait = backoffMs(rules.backoff, Math.max(1, step.attempts), rules.random);
  return { ...step, state: "owed", dueAt: later(now, wait), lastError: code };
}

/** Returns the step owed again when SES asked for fewer mails: not the mail's fault, so no attempt is used up. */
export function throttled(step: Step, until: Date): Step {
  const attempts = Math.max(0, step.attempts - 1);
  return { ...step, state: "owed", attempts, dueAt: until.toISOString(), lastError: "ses-throttled" };
}
