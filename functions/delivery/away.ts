import { PostError } from "#functions/webhooks/post-error.ts";

const pauseMs = 60_000;

/** Nothing was tried: the other side hung a moment ago. */
export const paused = "paused";

/** Does something with another system; rejects with a PostError. */
export type WithTarget = (target: string, act: () => Promise<void>) => Promise<void>;

/**
 * Returns what remembers, for all leads of this worker, that another system hung: each of them would wait for it in
 * turn, and the reports of those behind with them.
 */
export function createAway(now: () => Date): WithTarget {
  const awayUntil = new Map<string, number>();
  return async (target, act) => {
    const left = (awayUntil.get(target) ?? 0) - now().getTime();
    if (left > 0) throw new PostError(paused, Math.ceil(left / 1_000));
    try {
      await act();
    } catch (error) {
      if (error instanceof PostError && error.code === "timed-out")
        awayUntil.set(target, now().getTime() + pauseMs);
      throw error;
    }
  };
}
