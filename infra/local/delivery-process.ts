/** The worker as a process of its own, as on AWS: rendering a report must not hold up a visitor's answer. */
import { randomUUID } from "node:crypto";
import { mailTexts } from "#functions/checked-mail-texts.ts";
import { createComposer } from "#functions/delivery/compose-step.ts";
import { localDeliveryPolicy } from "#functions/delivery/policy.ts";
import { createPoster } from "#functions/delivery/post-content.ts";
import { consoleLink } from "#functions/delivery/step-links.ts";
import { createWorker } from "#functions/delivery/worker.ts";
import { createJobs } from "#functions/jobs/create-jobs.ts";
import { standardLog } from "#functions/log.ts";
import { createSesSender, openSes } from "#functions/mail/ses-sender.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { openTable } from "#functions/store/table.ts";
import { startDeliveryLoop } from "./delivery-loop.ts";
import { deliverySettingsSchema } from "./delivery-settings.ts";
import { every } from "./every.ts";
import { loadConfig } from "./load-config.ts";
import { localAws, localTableName } from "./local-aws.ts";
import { localHandOver } from "./local-hand-over.ts";

const { tableEndpoint, mailEndpoint, secret, hashKey, siteUrl } = deliverySettingsSchema.parse(process.env);
const config = await loadConfig();
const secrets = deriveSecrets(secret, { hashKey });
const table = openTable(localTableName, { ...localAws, endpoint: tableEndpoint });
const now = () => new Date();
/** On AWS every sweep does them. */
const jobsEveryMs = 3_000;

const links = { siteUrl, tokenSecret: secrets.token };
const handOver = localHandOver(config, process.env, now);
const messageIdDomain = new URL(siteUrl).hostname;
const followUps = { texts: mailTexts, keys: secrets };
const send = createSesSender(openSes({ ...localAws, endpoint: mailEndpoint }));

const worker = createWorker({
  table,
  addressSecret: secrets.address,
  requestedPerDay: config.mail.requestedPerAddressPerDay,
  followUpsOff: !config.followUps.enabled,
  messageIdDomain,
  compose: createComposer({ ...links, config, now, followUps }),
  send,
  post: createPoster({ ...links, config, handOver, now }),
  policy: localDeliveryPolicy,
  now,
  random: Math.random,
  newOwner: randomUUID,
  log: standardLog,
});
const jobs = createJobs({
  ...{ table, config, secrets, send, messageIdDomain, now },
  sendWebhook: handOver.sendWebhook,
  hrefOf: (lead) => consoleLink(links, lead.id),
  random: Math.random,
  log: standardLog,
});
const loop = startDeliveryLoop(worker, table, standardLog);
const stopJobs = every(jobsEveryMs, jobs);

/** Somebody has to see it when this process hangs over one mail. */
setInterval(() => process.send?.("alive"), Number(process.env.BEAT_MS)).unref();

process.on("message", (assessmentId) => loop.kick(String(assessmentId)));
/** The parent has gone, in whatever way: finish the assessment at hand and follow. */
process.on("disconnect", () => {
  Promise.all([loop.stop(), stopJobs()]).then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
/** Ctrl-C reaches the whole group; the parent decides when this process ends. */
process.on("SIGINT", () => undefined).on("SIGTERM", () => undefined);
