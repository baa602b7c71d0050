import { type Backoff, backoffMs } from "#functions/delivery/backoff.ts";

/** Remembers that SES asked for fewer mails, for all mails of this worker. */
export interface Throttle {
  /** Until when no mail may go, or null. */
  pausedUntil(now: Date): Date | null;
  /** SES refused for its rate; returns until when to wait. */
  refused(now: Date): Date;
  /** SES took a mail. */
  taken(): void;
}

/** Returns a throttle that waits longer with every refusal in a row. */
export function createThrottle(backoff: Backoff, random: () => number): Throttle {
  let refusals = 0;
  let until: Date | null = null;
  return {
    pausedUntil: (now) => (until !== null && until > now ? until : null),
    refused(now) {
      refusals += 1;
      const pause = Math.max(backoff.baseMs, backoffMs(backoff, refusals, random));
      until = new Date(now.getTime() + pause);
      return until;
    },
    taken() {
      refusals = 0;
      until = null;
    },
  };
}
