/** The whole funnel on one machine: the functions as they are, over stand-ins for DynamoDB and SES. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { createApp } from "#functions/api/app.ts";
import { pagesInSitemap } from "#functions/api/sitemap-pages.ts";
import { standardLog } from "#functions/log.ts";
import { deriveSecrets, type Secrets } from "#functions/secrets.ts";
import { createTable } from "#functions/store/create-table.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { openDataFolder } from "./data-folder.ts";
import { siteDist } from "./folders.ts";
import { freePort } from "./free-port.ts";
import { localHost } from "./listen.ts";
import { localAws, localTableName } from "./local-aws.ts";
import { localBookingSecrets, localHandOver } from "./local-hand-over.ts";
import { startMailboxServer } from "./mailbox-server.ts";
import { mendDueIndex } from "./mend-due-index.ts";
import type { Settings } from "./settings.ts";
import { startTableServer } from "./table-server.ts";
import { startWebServer } from "./web-server.ts";
import { superviseWorker } from "./worker-supervisor.ts";

const now = () => new Date();

export interface Funnel {
  siteUrl: string;
  mailboxUrl: string;
  dataFolder: string;
  port: number;
  /** Finishes what is at hand, then stops everything. */
  stop(): Promise<void>;
}

interface Parts {
  config: FunnelConfig;
  table: Table;
  secrets: Secrets;
  siteUrl: string;
}

function createLocalApp(parts: Parts, submissionsPerHour: number | undefined, kick: (id: string) => void) {
  const shell = readFileSync(path.join(siteDist, "shell/index.html"), "utf8");
  return createApp({
    ...parts,
    submissionsPerSourcePerHour: submissionsPerHour ?? parts.config.limits.submissionsPerSourcePerHour,
    now,
    log: standardLog,
    shell: () => shell,
    bookingSecrets: localBookingSecrets(process.env),
    stepsOwed: kick,
    pages: pagesInSitemap(readFileSync(path.join(siteDist, "sitemap.xml"), "utf8")),
    sourceOf: (context: Context) => getConnInfo(context).remote.address ?? "unknown",
  });
}

/**
 * Starts everything of the local run.
 * @throws LocalStartError when the data folder or every port near the wanted one is in use
 */
export async function startFunnel(config: FunnelConfig, settings: Settings): Promise<Funnel> {
  // The worker's process needs it; said here, it stops the start instead of that process again and again.
  localHandOver(config, process.env, now);
  const data = await openDataFolder(settings.dataFolder);
  const port = await freePort(settings.port, localHost);
  const mailPort = await freePort(settings.mailPort, localHost, [port]);
  const siteUrl = settings.siteUrl ?? `http://localhost:${port}`;

  const tableServer = await startTableServer(data.table);
  const table = openTable(localTableName, { ...localAws, endpoint: tableServer.endpoint });
  await createTable(table);
  await mendDueIndex(table);
  const mailbox = await startMailboxServer(mailPort, localHost);
  const { secret, previousSecret: previous, hashKey } = data;
  const parts: Parts = { config, table, secrets: deriveSecrets(secret, { hashKey, previous }), siteUrl };
  const worker = superviseWorker({
    tableEndpoint: tableServer.endpoint,
    mailEndpoint: mailbox.endpoint,
    secret,
    hashKey,
    siteUrl,
  });
  const app = createLocalApp(parts, settings.submissionsPerSourcePerHour, worker.kick);
  const web = await startWebServer(app, siteUrl, port, localHost);

  return {
    siteUrl,
    port,
    mailboxUrl: `http://localhost:${mailPort}`,
    dataFolder: settings.dataFolder,
    async stop() {
      await web.close();
      await worker.stop();
      table.client.destroy();
      await Promise.all([mailbox.close(), tableServer.close()]);
      await data.release();
    },
  };
}
