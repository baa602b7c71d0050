/** The API as a process of its own, for a run to kill. */
import { serve } from "@hono/node-server";
import { createApp } from "#functions/api/app.ts";
import { createLog } from "#functions/log.ts";
import { takePart } from "./link.ts";
import { placesOf } from "./places.ts";
import { config, secrets, siteUrl } from "./settings.ts";

const { table } = placesOf("api");

const now = takePart(
  (port) =>
    new Promise((resolve) => {
      serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => resolve());
    }),
  async () => undefined,
);

const app = createApp({
  table,
  secrets,
  config,
  siteUrl,
  submissionsPerSourcePerHour: 1_000_000,
  now,
  log: createLog(() => undefined),
  shell: () => "<html><head><title>{{title}}</title></head><body><!--page--></body></html>",
  // The stream of the table tells the worker.
  stepsOwed: () => undefined,
  sourceOf: (context) => context.req.header("x-test-source") ?? "192.0.2.1",
  proofCost: 1,
});
