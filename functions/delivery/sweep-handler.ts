import { sweep } from "#functions/delivery/sweep.ts";
import type { Worker } from "#functions/delivery/worker.ts";
import type { Log } from "#functions/log.ts";
import type { Table } from "#functions/store/table.ts";

/** What the schedule sends to the worker's function. */
export const sweepRequest = { sweep: "due" } as const;

export interface SweepDependencies {
  table: Table;
  worker: Worker;
  now: () => Date;
  log: Log;
  /** No further assessment is begun after so many milliseconds; the next sweep goes on. */
  maxMs: number;
}

/** Returns the handler of the schedule: does what is due, longest due first, for a limited time. */
export function createSweepHandler({ table, worker, now, log, maxMs }: SweepDependencies) {
  async function deliver(assessmentId: string): Promise<void> {
    try {
      await worker.deliver(assessmentId);
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      log.error("sweep passed over", { assessment: assessmentId, error: name });
    }
  }

  return async (): Promise<void> => {
    const end = now().getTime() + maxMs;
    let left = 0;
    const due = await sweep(table, now(), async (assessmentId) => {
      if (now().getTime() < end) await deliver(assessmentId);
      else left += 1;
    });
    if (due > 0) log.info("swept", { due, left });
  };
}
