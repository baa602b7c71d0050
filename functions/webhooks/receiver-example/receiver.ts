/** An example to start a receiver from: takes each genuine message once, and nothing else. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Webhook } from "standardwebhooks";
import { type LeadEvent, leadEventSchema } from "#shared/webhooks/lead-event.ts";

const maxBodyBytes = 64 * 1024;
/** The signature holds for five minutes in either direction; an id is remembered for longer. */
const rememberMs = 15 * 60_000;

export interface ReceiverOptions {
  /** The one in WEBHOOK_SECRET of the sender. */
  secret: string;
  /** Called once for each message; when it throws, the sender tries again. */
  take: (event: LeadEvent) => Promise<void>;
  now: () => Date;
}

/** Returns the receiver; put its memory of ids into your database when more than one of it runs. */
export function createReceiver({ secret, take, now }: ReceiverOptions): Hono {
  const webhook = new Webhook(secret);
  const taken = new Map<string, number>();

  function isNew(id: string): boolean {
    const time = now().getTime();
    for (const [known, at] of taken) if (at + rememberMs < time) taken.delete(known);
    return !taken.has(id);
  }

  const app = new Hono();
  app.post("/", bodyLimit({ maxSize: maxBodyBytes }), async (context) => {
    // The signature is over the bytes as they came: parse afterwards.
    const body = await context.req.text();
    try {
      webhook.verify(body, context.req.header());
    } catch {
      return context.text("Not signed by us, or too long ago.", 401);
    }
    const id = context.req.header("webhook-id") ?? "";
    // Answered as taken, or the sender would go on trying.
    if (!isNew(id)) return context.text("Taken before.", 200);
    taken.set(id, now().getTime());
    try {
      await take(leadEventSchema.parse(JSON.parse(body)));
    } catch (error) {
      taken.delete(id);
      throw error;
    }
    return context.text("Taken.", 200);
  });
  return app;
}
