import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { createApp } from "#functions/api/app.ts";
import { createLog } from "#functions/log.ts";
import { createTable } from "#functions/store/create-table.ts";
import { openTable } from "#functions/store/table.ts";
import { startTableServer } from "../../infra/local/table-server.ts";
import { serveAssembly } from "../deployed/assembly-site.ts";
import { localAws } from "../functions/local-services.ts";
import { testConfig, testSecrets } from "../functions/test-app.ts";
import { siteDist } from "../site/built-pages.ts";

export interface WholeSite {
  url: string;
  /** Ids of the assessments accepted so far. */
  accepted: string[];
  /** Signs the links to private pages. */
  tokenSecret: string;
  close(): Promise<void>;
}

/** Serves the built site and the real API over a table in memory, on a free port. */
export function serveWholeSite(): Promise<WholeSite> {
  return process.env.SITE_UNDER_TEST === "assembly" ? serveAssembly() : serveSources();
}

async function serveSources(): Promise<WholeSite> {
  const tableServer = await startTableServer();
  const table = openTable("funnel", { ...localAws, endpoint: tableServer.endpoint });
  await createTable(table);
  const accepted: string[] = [];
  const app = createApp({
    table,
    secrets: testSecrets,
    config: testConfig,
    siteUrl: "http://localhost",
    submissionsPerSourcePerHour: 1_000,
    now: () => new Date(),
    log: createLog(() => undefined),
    shell: () => readFileSync(join(siteDist, "shell/index.html"), "utf8"),
    stepsOwed: (id) => accepted.push(id),
    sourceOf: () => "192.0.2.1",
    proofCost: 1,
  });
  app.use(serveStatic({ root: siteDist }));
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    accepted,
    tokenSecret: testSecrets.token,
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      table.client.destroy();
      await tableServer.close();
    },
  };
}
