import { z } from "zod";
import type { Log } from "#functions/log.ts";

/** The changes of the table that the event source lets through: each is an assessment with a step to do. */
const eventSchema = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        SequenceNumber: z.string(),
        NewImage: z.object({ id: z.object({ S: z.string() }) }),
      }),
    }),
  ),
});

/** Puts messages, at most ten, into the queue of owed steps; returns the positions of those it did not take. */
export type SendMessages = (bodies: readonly string[]) => Promise<readonly number[]>;

export interface StreamAnswer {
  /** From the first of these on, the stream hands the changes out again. */
  batchItemFailures: { itemIdentifier: string }[];
}

/**
 * Returns the handler of the table's stream: tells the queue which assessments have got a step to do.
 * A message holds the id and nothing else: no answer or address leaves the table this way.
 */
export function createStreamHandler(send: SendMessages, log: Log) {
  return async (event: unknown): Promise<StreamAnswer> => {
    const changes = eventSchema.parse(event).Records.map(({ dynamodb }) => dynamodb);
    const failed = await send(changes.map(({ NewImage }) => JSON.stringify({ assessmentId: NewImage.id.S })));
    if (failed.length > 0) log.error("queue took not all", { failed: failed.length, of: changes.length });
    return {
      batchItemFailures: failed.flatMap((position) => {
        const change = changes[position];
        return change === undefined ? [] : [{ itemIdentifier: change.SequenceNumber }];
      }),
    };
  };
}
