import { sweep } from "#functions/delivery/sweep.ts";
import type { Worker } from "#functions/delivery/worker.ts";
import type { Log } from "#functions/log.ts";
import type { Table } from "#functions/store/table.ts";

const sweepEveryMs = 3_000;

export interface DeliveryLoop {
  /** Has the due steps of an assessment done soon. */
  kick(assessmentId: string): void;
  /** Ends after the assessment at hand. */
  stop(): Promise<void>;
}

/** Runs the worker as queue and schedule do on AWS: after each write, and a sweep for what a crash left behind. */
export function startDeliveryLoop(worker: Worker, table: Table, log: Log): DeliveryLoop {
  const waiting = new Set<string>();
  let stopping = false;
  let working: Promise<void> = Promise.resolve();
  let idle = true;

  async function workThrough(): Promise<void> {
    for (const id of waiting) {
      if (stopping) return;
      waiting.delete(id);
      try {
        await worker.deliver(id);
      } catch (error) {
        log.error("delivery failed", {
          assessment: id,
          error: error instanceof Error ? error.name : "unknown",
        });
      }
    }
  }

  function kick(assessmentId: string): void {
    waiting.add(assessmentId);
    if (!idle || stopping) return;
    idle = false;
    working = workThrough().finally(() => {
      idle = true;
    });
  }

  const timer = setInterval(() => {
    sweep(table, new Date(), async (id) => kick(id)).catch((error: unknown) =>
      log.error("sweep failed", { error: error instanceof Error ? error.name : "unknown" }),
    );
  }, sweepEveryMs);

  return {
    kick,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await working;
    },
  };
}
