/** Lambda entry of the worker: SQS messages that name assessments, and the schedule that asks for what is due. */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { config } from "#functions/checked-config.ts";
import { mailTexts } from "#functions/checked-mail-texts.ts";
import { createComposer } from "#functions/delivery/compose-step.ts";
import { deliveryPolicy } from "#functions/delivery/policy.ts";
import { createPoster } from "#functions/delivery/post-content.ts";
import { createQueueHandler } from "#functions/delivery/queue-handler.ts";
import { consoleLink } from "#functions/delivery/step-links.ts";
import { createSweepHandler, sweepRequest } from "#functions/delivery/sweep-handler.ts";
import { createWorker } from "#functions/delivery/worker.ts";
import { deliveryEnvironmentSchema, parseEnvironment } from "#functions/environment.ts";
import { createHandOver } from "#functions/hand-over.ts";
import { createJobs } from "#functions/jobs/create-jobs.ts";
import { createLambdaLog } from "#functions/lambda-log.ts";
import { createSesSender, openSes } from "#functions/mail/ses-sender.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { oldestDueSeconds } from "#functions/store/oldest-due.ts";
import { openTable } from "#functions/store/table.ts";

const environment = parseEnvironment(deliveryEnvironmentSchema, process.env);
const secrets = deriveSecrets(environment.FUNNEL_SECRET, { hashKey: environment.HASH_KEY });
const region = environment.AWS_REGION;
const now = () => new Date();
const log = createLambdaLog();

const table = openTable(environment.TABLE_NAME, { region });
const links = { siteUrl: environment.SITE_URL, tokenSecret: secrets.token };
const handOver = createHandOver(config, environment, { allowLocal: false, now });
const messageIdDomain = new URL(environment.SITE_URL).hostname;
const { DKIM_PRIVATE_KEY: privateKey, DKIM_SELECTOR: selector } = environment;
const send = createSesSender(openSes({ region }), {
  requested: environment.REQUESTED_CONFIGURATION_SET,
  followUps: environment.FOLLOW_UPS_CONFIGURATION_SET,
  dkim: privateKey && selector ? { privateKey, selector } : undefined,
});
const followUps = { texts: mailTexts, keys: secrets };

const worker = createWorker({
  table,
  addressSecret: secrets.address,
  requestedPerDay: config.mail.requestedPerAddressPerDay,
  followUpsOff: !config.followUps.enabled,
  messageIdDomain,
  compose: createComposer({ ...links, config, now, followUps }),
  send,
  post: createPoster({ ...links, config, handOver, now }),
  policy: deliveryPolicy,
  now,
  random: Math.random,
  newOwner: randomUUID,
  log,
});

const jobs = createJobs({
  ...{ table, config, secrets, send, messageIdDomain, now },
  sendWebhook: handOver.sendWebhook,
  hrefOf: (lead) => consoleLink(links, lead.id),
  random: Math.random,
  log,
});

/** The last assessment begun has the rest of the function's two minutes. */
const maxMs = 50_000;

const deliverBatch = createQueueHandler({ worker, now, log, maxMs });
const sweepDue = createSweepHandler({ table, worker, now, wait: setTimeout, log, maxMs });
const sweepEvent = z.object({ sweep: z.literal(sweepRequest.sweep) });

/** What is still due after a sweep is the number that tells whether the funnel keeps up. */
async function sweep(): Promise<void> {
  await sweepDue();
  await jobs();
  log.info("oldest due", { seconds: await oldestDueSeconds(table, now()) });
}

export const handler = async (event: unknown) =>
  sweepEvent.safeParse(event).success ? sweep() : deliverBatch(event);
