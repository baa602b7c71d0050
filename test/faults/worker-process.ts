/** A worker as a process of its own, for a run to kill: invoked as the Lambda entry is, by queue and schedule. */
import { setTimeout } from "node:timers/promises";
import { createQueueHandler } from "#functions/delivery/queue-handler.ts";
import { createSweepHandler, sweepRequest } from "#functions/delivery/sweep-handler.ts";
import { createWorker } from "#functions/delivery/worker.ts";
import { createLog } from "#functions/log.ts";
import { createSesSender } from "#functions/mail/ses-sender.ts";
import { createFaultComposer } from "./compose.ts";
import { takePart } from "./link.ts";
import { placesOf } from "./places.ts";
import { config, policy, secrets, siteUrl } from "./settings.ts";

const { table, ses, settings } = placesOf("worker");
const log = createLog(() => undefined);
const maxMs = 50_000;

const now = takePart(
  async () => undefined,
  async (event) =>
    JSON.stringify(event) === JSON.stringify(sweepRequest) ? sweepDue() : deliverBatch(event),
);

const worker = createWorker({
  table,
  addressSecret: secrets.address,
  requestedPerDay: config.mail.requestedPerAddressPerDay,
  messageIdDomain: new URL(siteUrl).hostname,
  compose: createFaultComposer(settings, now),
  send: createSesSender(ses),
  post: async () => undefined,
  policy,
  now,
  random: Math.random,
  newOwner: () => crypto.randomUUID(),
  log,
});
const deliverBatch = createQueueHandler({ worker, now, log, maxMs });
const sweepDue = createSweepHandler({ table, worker, now, wait: setTimeout, log, maxMs });
