import { z } from "zod";
import type { Worker } from "#functions/delivery/worker.ts";
import type { Log } from "#functions/log.ts";

const eventSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

const bodySchema = z.object({ assessmentId: z.string() });

export interface BatchAnswer {
  /** Messages that come again after their time out of sight. */
  batchItemFailures: { itemIdentifier: string }[];
}

export interface QueueDependencies {
  worker: Worker;
  now: () => Date;
  log: Log;
  /** No further message is begun after so many milliseconds: a mail cut off by the function's end may go twice. */
  maxMs: number;
}

const finished = new Set(["settled", "gone", "put off"]);

/** Returns the handler of a batch: a message whose work is not finished comes again, the others do not. */
export function createQueueHandler({ worker, now, log, maxMs }: QueueDependencies) {
  async function isFinished(body: string): Promise<boolean> {
    try {
      return finished.has(await worker.deliver(bodySchema.parse(JSON.parse(body)).assessmentId));
    } catch (error) {
      log.error("message not done", { error: error instanceof Error ? error.name : "unknown" });
      return false;
    }
  }

  return async (event: unknown): Promise<BatchAnswer> => {
    const end = now().getTime() + maxMs;
    const batchItemFailures: BatchAnswer["batchItemFailures"] = [];
    for (const { messageId, body } of eventSchema.parse(event).Records)
      if (now().getTime() >= end || !(await isFinished(body)))
        batchItemFailures.push({ itemIdentifier: messageId });
    return { batchItemFailures };
  };
}
