/** Stream, pipe and queue of a run: what is owed reaches a worker late, twice, in another order, or again. */
import { z } from "zod";
import { sweepRequest } from "#functions/delivery/sweep-handler.ts";
import { chance } from "./chance.ts";
import type { Pending } from "./pending.ts";
import type { Post } from "./post.ts";

const batchSize = 5;
/** Batches at once for each process, as that many concurrent Lambdas. */
const atOnce = 6;
const mostReceives = 5;
const againAfterMs = 200;
const latestMs = 250;
const twiceShare = 0.1;

interface Message {
  messageId: string;
  assessmentId: string;
  receives: number;
}

const answerSchema = z.object({
  answer: z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }),
});

export interface Queue {
  /** Tells about an assessment with something owed. */
  add(assessmentId: string): void;
  /** Has each worker look for what is due. */
  sweep(): Promise<void>;
  counts: { messages: number; twice: number; again: number; givenUp: number; sweeps: number };
}

export function createQueue(seed: number, workers: readonly Post[], pending: Pending): Queue {
  const visible: Message[] = [];
  const free = Array.from({ length: atOnce }, () => workers).flat();
  const counts = { messages: 0, twice: 0, again: 0, givenUp: 0, sweeps: 0 };

  function show(message: Message, ms: number): void {
    pending.after(ms, async () => {
      visible.push(message);
      dispatch();
    });
  }

  async function handle(worker: Post, batch: readonly Message[]): Promise<void> {
    const Records = batch.map(({ messageId, assessmentId }) => ({
      messageId,
      body: JSON.stringify({ assessmentId }),
    }));
    const answer = answerSchema.safeParse(await worker.invoke({ Records }));
    const failed = new Set(answer.data?.answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const message of batch) {
      if (answer.success && !failed.has(message.messageId)) continue;
      if (message.receives >= mostReceives) {
        counts.givenUp += 1;
        continue;
      }
      counts.again += 1;
      show({ ...message, receives: message.receives + 1 }, againAfterMs);
    }
  }

  function dispatch(): void {
    while (visible.length > 0) {
      const worker = free.shift();
      if (worker === undefined) return;
      const batch = visible.splice(0, batchSize);
      void pending.during(handle(worker, batch)).finally(() => {
        free.push(worker);
        dispatch();
      });
    }
  }

  return {
    counts,
    add(assessmentId) {
      counts.messages += 1;
      const draw = (what: string) => chance(seed, "queue", what, assessmentId, counts.messages);
      const copies = draw("twice") < twiceShare ? 2 : 1;
      counts.twice += copies - 1;
      for (let copy = 0; copy < copies; copy += 1) {
        const message = { messageId: `${counts.messages}.${copy}`, assessmentId, receives: 1 };
        show(message, latestMs * draw(`delay ${copy}`));
      }
    },
    async sweep() {
      counts.sweeps += 1;
      await pending.during(Promise.all(workers.map((worker) => worker.invoke(sweepRequest))));
    },
  };
}
