/** API and worker in a process of their own over a table on disk, for a test to kill. */
import { setTimeout } from "node:timers/promises";
import { serve } from "@hono/node-server";
import funnelConfig from "#config";
import { createApp } from "#functions/api/app.ts";
import { createComposer } from "#functions/delivery/compose-step.ts";
import { deliveryPolicy } from "#functions/delivery/policy.ts";
import { createSweepHandler } from "#functions/delivery/sweep-handler.ts";
import { createWorker } from "#functions/delivery/worker.ts";
import { createLog } from "#functions/log.ts";
import { createSesSender, openSes } from "#functions/mail/ses-sender.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { createTable } from "#functions/store/create-table.ts";
import { openTable } from "#functions/store/table.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { startTableServer } from "../../../infra/local/table-server.ts";
import { localAws } from "../local-services.ts";

const [folder = "", mailEndpoint = "", aheadMs = "0"] = process.argv.slice(2);

const config = parseFunnelConfig(funnelConfig);
const secrets = deriveSecrets("the same secret before and after the crash");
const siteUrl = "http://readiness.example";
/** The second process runs minutes later, without anybody waiting for it. */
const now = () => new Date(Date.now() + Number(aheadMs));
const log = createLog(() => undefined);

const server = await startTableServer(folder);
const table = openTable("funnel", { ...localAws, endpoint: server.endpoint });
await createTable(table);

const worker = createWorker({
  table,
  addressSecret: secrets.address,
  requestedPerDay: config.mail.requestedPerAddressPerDay,
  messageIdDomain: "readiness.example",
  compose: createComposer({ config, siteUrl, tokenSecret: secrets.token, now }),
  send: createSesSender(openSes({ ...localAws, endpoint: mailEndpoint })),
  policy: deliveryPolicy,
  now,
  // The shortest wait after the crash: the second process sweeps once.
  random: () => 0,
  newOwner: () => crypto.randomUUID(),
  log,
});
const app = createApp({
  table,
  secrets,
  config,
  siteUrl,
  submissionsPerSourcePerHour: 100,
  now,
  log,
  shell: () => "<!--page-->",
  stepsOwed: (assessmentId) => void worker.deliver(assessmentId),
  sourceOf: () => "127.0.0.1",
  proofCost: 1,
});

serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => process.send?.({ port }));
await createSweepHandler({ table, worker, now, wait: setTimeout, log, maxMs: 60_000 })();
process.send?.({ swept: true });
