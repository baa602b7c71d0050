/** What the run and its processes say to each other. */
import { z } from "zod";

export const orderSchema = z.discriminatedUnion("kind", [
  /** From now on it takes part; the time of the run is that far ahead, its own clock off by the skew. */
  z.object({ kind: z.literal("start"), aheadMs: z.number(), skewMs: z.number(), port: z.number() }),
  z.object({ kind: z.literal("clock"), aheadMs: z.number() }),
  /** A batch of the queue, the schedule, or a notification of SNS, as the Lambda entry gets it. */
  z.object({ kind: z.literal("invoke"), job: z.number(), event: z.unknown() }),
]);
export type Order = z.infer<typeof orderSchema>;

export const wordSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("loaded") }),
  z.object({ kind: z.literal("started") }),
  z.object({ kind: z.literal("done"), job: z.number(), answer: z.unknown() }),
  z.object({ kind: z.literal("failed"), job: z.number() }),
]);
export type Word = z.infer<typeof wordSchema>;

export const placesSchema = z.object({
  TABLE_ENDPOINT: z.url(),
  MAIL_ENDPOINT: z.url(),
  FAULT_SETTINGS: z.string(),
});

export interface Clock {
  now: () => Date;
  aheadMs: number;
  skewMs: number;
}

export function say(word: Word): void {
  process.send?.(word);
}

/**
 * Lets this process take part in a run.
 * @param start called once it may begin
 * @param handle does what a Lambda entry would
 */
export function takePart(
  start: (port: number) => Promise<void>,
  handle: (event: unknown) => Promise<unknown>,
): () => Date {
  const clock = { aheadMs: 0, skewMs: 0 };
  process.on("message", async (message) => {
    const order = orderSchema.parse(message);
    if (order.kind === "invoke") {
      const { job } = order;
      try {
        say({ kind: "done", job, answer: (await handle(order.event)) ?? null });
      } catch {
        say({ kind: "failed", job });
      }
      return;
    }
    clock.aheadMs = order.aheadMs;
    if (order.kind === "clock") return;
    clock.skewMs = order.skewMs;
    await start(order.port);
    say({ kind: "started" });
  });
  process.on("disconnect", () => process.exit(0));
  say({ kind: "loaded" });
  return () => new Date(Date.now() + clock.aheadMs + clock.skewMs);
}
