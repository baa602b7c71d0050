/** API and worker in a process of their own over a table on disk, for a test to kill. */
import { setTimeout } from "node:timers/promises";
import { serve } from "@hono/node-server";
import funnelConfig from "#config";
import { createApp } from "#functions/api/app.ts";
import { createComposer } from "#functions/delivery/compose-step.ts";
import { deliveryPolicy as policy } from "#functions/delivery/policy.ts";
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
let ahead = Number(aheadMs);
const now = () => new Date(Date.now() + ahead);
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
  post: async () => undefined,
  policy,
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
const sweep = createSweepHandler({ table, worker, now, wait: setTimeout, log, maxMs: 60_000 });
await sweep();
// What its worker died over waits a little before it is tried again.
ahead += policy.backoff.baseMs;
await sweep();
process.send?.({ swept: true });
