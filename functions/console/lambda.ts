/** Lambda entry of the console, behind the same HTTP API. */
import { readFileSync } from "node:fs";
import { handle } from "hono/aws-lambda";
import { config } from "#functions/checked-config.ts";
import { createConsole } from "#functions/console/app.tsx";
import { consoleEnvironmentSchema } from "#functions/console/console-environment.ts";
import { deriveConsoleSecrets } from "#functions/console/console-secrets.ts";
import { openIssuer } from "#functions/console/sign-in/issuer.ts";
import { openIdSettings } from "#functions/console/sign-in/openid-settings.ts";
import { signedInPath } from "#functions/console/sign-in/sign-in.tsx";
import { parseEnvironment } from "#functions/environment.ts";
import { createLambdaLog } from "#functions/lambda-log.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { openTable } from "#functions/store/table.ts";

/** In bytes: Lambda hands on at most 6 MB at once. */
const longestExport = 5_500_000;

const environment = parseEnvironment(consoleEnvironmentSchema, process.env);
const shell = readFileSync(environment.SHELL_PATH, "utf8");
const openId = openIdSettings(environment);

const app = createConsole({
  table: openTable(environment.TABLE_NAME, { region: environment.AWS_REGION }),
  secrets: deriveSecrets(environment.FUNNEL_SECRET, { hashKey: environment.HASH_KEY }),
  originSecrets: [environment.ORIGIN_SECRET, environment.ORIGIN_SECRET_PREVIOUS].filter(
    (one) => one !== undefined,
  ),
  consoleSecrets: deriveConsoleSecrets(environment.FUNNEL_SECRET),
  config,
  siteUrl: environment.SITE_URL,
  openId,
  issuer: openIssuer(openId, `${environment.SITE_URL}${signedInPath}`),
  now: () => new Date(),
  log: createLambdaLog(),
  shell: () => shell,
  // The table's stream tells the worker.
  stepsOwed: () => undefined,
  longestExport,
});

export const handler = handle(app);
