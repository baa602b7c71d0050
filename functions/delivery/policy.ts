import type { Backoff } from "#functions/delivery/backoff.ts";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import type { StepName } from "#functions/store/assessment-item.ts";

export interface Retries {
  backoff: Backoff;
  /** After so many failures a step is given up. */
  maxAttempts: number;
}

export interface DeliveryPolicy extends Retries {
  /** A lease not renewed for so long belongs to nobody; longer than composing and sending may take together. */
  leaseMs: number;
  /** Composing a mail for longer counts as a failure. */
  composeMs: number;
  /** A mail nobody knows the outcome of waits so long for SES to report it. */
  sendingWaitMs: number;
  /** The same for another system, which may be away for longer than a mail service. */
  webhook: Retries;
  /** How long every mail waits when SES asks for fewer; the first wait lasts at least the base. */
  throttle: Backoff;
  /** An assessment that cannot be worked on at all is looked at again after so long. */
  putOffMs: number;
}

/** Returns how often, and with what waits, a step is tried. */
export function retriesOf(name: StepName, policy: DeliveryPolicy): Retries {
  return stepKinds[name].to === "system" ? policy.webhook : policy;
}

/** About two days of tries on average: the receiver may be away for a weekend. */
const webhookRetries: Retries = {
  backoff: { baseMs: 30_000, ceilingMs: 12 * 3_600_000 },
  maxAttempts: 18,
};

/**
 * Twelve tries in about seven hours on average: longer than most outages of a mail service.
 * SES reports a mail within seconds; the wait covers the one and three minutes after which Lambda tries a
 * report again that the table did not take.
 */
export const deliveryPolicy: DeliveryPolicy = {
  leaseMs: 90_000,
  composeMs: 45_000,
  sendingWaitMs: 5 * 60_000,
  backoff: { baseMs: 30_000, ceilingMs: 6 * 3_600_000 },
  maxAttempts: 12,
  webhook: webhookRetries,
  throttle: { baseMs: 1_000, ceilingMs: 5 * 60_000 },
  putOffMs: 10 * 60_000,
};

/** On one machine there is one worker: only a restart leaves a lease behind, and somebody is watching. */
export const localDeliveryPolicy: DeliveryPolicy = {
  ...deliveryPolicy,
  leaseMs: 15_000,
  composeMs: 30_000,
  sendingWaitMs: 15_000,
  backoff: { baseMs: 2_000, ceilingMs: 60_000 },
};
