import { z } from "zod";
import type { Worker } from "#functions/delivery/worker.ts";
import type { Log } from "#functions/log.ts";

const eventSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

const bodySchema = z.object({ assessmentId: z.string() });

export interface BatchAnswer {
  /** Messages that come again after their time out of sight. */
  batchItemFailures: { itemIdentifier: string }[];
}

/** Returns the handler of a batch: a message whose work is not finished comes again, the others do not. */
export function createQueueHandler(worker: Worker, log: Log) {
  async function finished(body: string): Promise<boolean> {
    try {
      const result = await worker.deliver(bodySchema.parse(JSON.parse(body)).assessmentId);
      return result === "settled" || result === "gone";
    } catch (error) {
      log.error("message not done", { error: error instanceof Error ? error.name : "unknown" });
      return false;
    }
  }

  return async (event: unknown): Promise<BatchAnswer> => {
    const batchItemFailures: BatchAnswer["batchItemFailures"] = [];
    for (const { messageId, body } of eventSchema.parse(event).Records)
      if (!(await finished(body))) batchItemFailures.push({ itemIdentifier: messageId });
    return { batchItemFailures };
  };
}
