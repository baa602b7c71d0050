import type { Worker } from "#functions/delivery/worker.ts";
import type { Log } from "#functions/log.ts";
import { dueAssessments } from "#functions/store/due-assessments.ts";
import type { Table } from "#functions/store/table.ts";

/** What the schedule sends to the worker's function. */
export const sweepRequest = { sweep: "due" } as const;

export interface SweepDependencies {
  table: Table;
  worker: Worker;
  now: () => Date;
  /** Waits so many milliseconds. */
  wait: (ms: number) => Promise<void>;
  log: Log;
  /** No further assessment is begun after so many milliseconds; the next sweep goes on. */
  maxMs: number;
}

/**
 * Returns the handler of the schedule: does what is due, longest due first, for a limited time. Whatever a lost
 * message, a crash or a wait left behind comes back this way.
 */
export function createSweepHandler({ table, worker, now, wait, log, maxMs }: SweepDependencies) {
  async function deliver(assessmentId: string): Promise<void> {
    try {
      await worker.deliver(assessmentId);
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      log.error("sweep passed over", { assessment: assessmentId, error: name });
    }
  }

  /** Waits while SES asks for fewer mails; returns true when that lasts longer than this sweep. */
  async function paused(end: number): Promise<boolean> {
    const until = worker.pausedUntil()?.getTime() ?? 0;
    if (until >= end) return true;
    if (until > now().getTime()) await wait(until - now().getTime());
    return false;
  }

  return async (): Promise<void> => {
    const end = now().getTime() + maxMs;
    let begun = 0;
    let whole = true;
    for await (const assessmentId of dueAssessments(table, now())) {
      whole = now().getTime() < end && !(await paused(end));
      if (!whole) break;
      begun += 1;
      await deliver(assessmentId);
    }
    if (begun > 0 || !whole) log.info("swept", { begun, whole });
  };
}
