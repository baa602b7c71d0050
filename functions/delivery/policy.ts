import type { Backoff } from "#functions/delivery/backoff.ts";

export interface DeliveryPolicy {
  /** A lease not renewed for so long belongs to nobody; longer than the slowest step. */
  leaseMs: number;
  /** A step still `sending` after this is open again: requested mails go at least once. */
  sendingWaitMs: number;
  backoff: Backoff;
  /** After so many failures a step is given up. */
  maxAttempts: number;
}

/** Twelve tries in about seven hours on average: longer than most outages of a mail service. */
export const deliveryPolicy: DeliveryPolicy = {
  leaseMs: 90_000,
  sendingWaitMs: 10 * 60_000,
  backoff: { baseMs: 30_000, ceilingMs: 6 * 3_600_000 },
  maxAttempts: 12,
};

/** On one machine only a restart leaves a lease behind, and somebody is watching. */
export const localDeliveryPolicy: DeliveryPolicy = {
  leaseMs: 15_000,
  sendingWaitMs: 15_000,
  backoff: { baseMs: 2_000, ceilingMs: 60_000 },
  maxAttempts: 12,
};
