/** The whole funnel on one machine: the functions as they are, over stand-ins for DynamoDB and SES. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { createApp } from "#functions/api/app.ts";
import { pagesInSitemap } from "#functions/api/sitemap-pages.ts";
import { createConsole } from "#functions/console/app.tsx";
import { deriveConsoleSecrets } from "#functions/console/console-secrets.ts";
import { openIssuer } from "#functions/console/sign-in/issuer.ts";
import { signedInPath } from "#functions/console/sign-in/sign-in.tsx";
import { standardLog } from "#functions/log.ts";
import { deriveSecrets, type Secrets } from "#functions/secrets.ts";
import type { Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { openCurrentTable } from "./current-table.ts";
import { openDataFolder, tableEndpointFile } from "./data-folder.ts";
import { siteDist } from "./folders.ts";
import { freePort } from "./free-port.ts";
import { localHost } from "./listen.ts";
import { localBookingSecrets, localHandOver } from "./local-hand-over.ts";
import { startMailboxServer } from "./mailbox-server.ts";
import { mendDueIndex } from "./mend-due-index.ts";
import type { Settings } from "./settings.ts";
import { type SignInProvider, startSignInProvider } from "./sign-in-provider.ts";
import { startTableServer } from "./table-server.ts";
import { type Apps, startWebServer } from "./web-server.ts";
import { superviseWorkers } from "./worker-supervisor.ts";

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
  stepsOwed: (id: string) => void;
}

interface SignIn extends Pick<SignInProvider, "openId"> {
  secret: string;
}

function createLocalApps(parts: Parts, submissionsPerHour: number | undefined, signIn: SignIn): Apps {
  const shell = readFileSync(path.join(siteDist, "shell/index.html"), "utf8");
  const common = { ...parts, now, log: standardLog, shell: () => shell };
  const { openId } = signIn;
  return {
    api: createApp({
      ...common,
      submissionsPerSourcePerHour: submissionsPerHour ?? parts.config.limits.submissionsPerSourcePerHour,
      bookingSecrets: localBookingSecrets(process.env),
      pages: pagesInSitemap(readFileSync(path.join(siteDist, "sitemap.xml"), "utf8")),
      sourceOf: (context: Context) => getConnInfo(context).remote.address ?? "unknown",
    }),
    consoleApp: createConsole({
      ...common,
      consoleSecrets: deriveConsoleSecrets(signIn.secret),
      openId,
      issuer: openIssuer(openId, `${parts.siteUrl}${signedInPath}`),
    }),
  };
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
  const { secret, previousSecret: previous, hashKey } = data;
  const secrets = deriveSecrets(secret, { hashKey, previous });
  const table = await openCurrentTable(tableServer.endpoint, secrets.address);
  await mendDueIndex(table);
  const endpointFile = path.join(settings.dataFolder, tableEndpointFile);
  writeFileSync(endpointFile, tableServer.endpoint);
  const mailbox = await startMailboxServer(mailPort, localHost);
  const workers = superviseWorkers(settings.workers, {
    tableEndpoint: tableServer.endpoint,
    mailEndpoint: mailbox.endpoint,
    secret,
    hashKey,
    siteUrl,
  });
  const signIn = await startSignInProvider(siteUrl, settings.signInPort, localHost);
  const parts: Parts = { config, table, secrets, siteUrl, stepsOwed: workers.kick };
  const apps = createLocalApps(parts, settings.submissionsPerSourcePerHour, { ...signIn, secret });
  const web = await startWebServer(apps, siteUrl, port, localHost);

  return {
    siteUrl,
    port,
    mailboxUrl: `http://localhost:${mailPort}`,
    dataFolder: settings.dataFolder,
    async stop() {
      await web.close();
      await workers.stop();
      table.client.destroy();
      await Promise.all([mailbox.close(), tableServer.close(), signIn.close()]);
      rmSync(endpointFile, { force: true });
      await data.release();
    },
  };
}
