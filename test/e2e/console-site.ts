import { readFileSync } from "node:fs";
import path from "node:path";
import { createApp } from "#functions/api/app.ts";
import { createConsole } from "#functions/console/app.tsx";
import { deriveConsoleSecrets } from "#functions/console/console-secrets.ts";
import { openIssuer } from "#functions/console/sign-in/issuer.ts";
import { signedInPath } from "#functions/console/sign-in/sign-in.tsx";
import { createLog } from "#functions/log.ts";
import { insertAssessment } from "#functions/store/assessments.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { sampleLead } from "../../infra/local/sample-leads.ts";
import { startSignInProvider } from "../../infra/local/sign-in-provider.ts";
import { startWebServer } from "../../infra/local/web-server.ts";
import { startLocalServices } from "../functions/local-services.ts";
import { testConfig, testSecrets } from "../functions/test-app.ts";
import { siteDist } from "../site/built-pages.ts";

export interface ConsoleSite {
  url: string;
  close(): Promise<void>;
}

/** Serves site, API and console with the local sign-in service over a table of sample leads. */
export async function serveConsole(leads: number): Promise<ConsoleSite> {
  const services = await startLocalServices();
  const { table } = services;
  const port = await freePort(4460, "127.0.0.1");
  const siteUrl = `http://localhost:${port}`;
  const provider = await startSignInProvider(siteUrl);
  const now = () => new Date();
  const options = {
    now: now(),
    days: 60,
    count: leads,
    addressSecret: testSecrets.address,
    config: testConfig,
  };
  for (let number = 0; number < leads; number += 1)
    await insertAssessment(table, sampleLead(number, options).assessment);
  const shell = readFileSync(path.join(siteDist, "shell/index.html"), "utf8");
  const common = {
    ...{ table, secrets: testSecrets, config: testConfig, siteUrl, now },
    log: createLog(() => undefined),
    shell: () => shell,
    stepsOwed: () => undefined,
  };
  const { openId } = provider;
  const web = await startWebServer(
    {
      api: createApp({ ...common, submissionsPerSourcePerHour: 1_000, sourceOf: () => "192.0.2.1" }),
      consoleApp: createConsole({
        ...common,
        consoleSecrets: deriveConsoleSecrets("a secret of the tests, thirty-two characters and more"),
        openId,
        issuer: openIssuer(openId, `${siteUrl}${signedInPath}`),
      }),
    },
    siteUrl,
    port,
    "127.0.0.1",
  );
  return {
    url: siteUrl,
    async close() {
      await Promise.all([web.close(), provider.close(), services.stop()]);
    },
  };
}
