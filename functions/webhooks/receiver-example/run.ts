/**
 * Runs the example: `WEBHOOK_SECRET=whsec_… PORT=8788 tsx functions/webhooks/receiver-example/run.ts`.
 * Start the funnel with the same secret, WEBHOOK_URL=http://localhost:8788/ and WEBHOOK_ALLOW_LOCAL=yes.
 */
import { serve } from "@hono/node-server";
import { z } from "zod";
import { createReceiver } from "#functions/webhooks/receiver-example/receiver.ts";

const { WEBHOOK_SECRET, PORT } = z
  .object({ WEBHOOK_SECRET: z.string().min(1), PORT: z.coerce.number().int().default(8788) })
  .parse(process.env);

const receiver = createReceiver({
  secret: WEBHOOK_SECRET,
  take: async ({ type, data }) => {
    process.stdout.write(`${type} ${data.id}\n`);
  },
  now: () => new Date(),
});
serve({ fetch: receiver.fetch, port: PORT, hostname: "127.0.0.1" });
