/** Lambda entry of the API, behind an HTTP API. */
import { readFileSync } from "node:fs";
import { handle } from "hono/aws-lambda";
import funnelConfig from "#config";
import { createApp } from "#functions/api/app.ts";
import { pagesInSitemap } from "#functions/api/counted-event.ts";
import { requestSource } from "#functions/api/request-source.ts";
import { apiEnvironmentSchema, parseEnvironment } from "#functions/environment.ts";
import { bookingSecretsOf } from "#functions/hand-over-variables.ts";
import { standardLog } from "#functions/log.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { openTable } from "#functions/store/table.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";

const environment = parseEnvironment(apiEnvironmentSchema, process.env);
const config = parseFunnelConfig(funnelConfig);
const shell = readFileSync(environment.SHELL_PATH, "utf8");

const app = createApp({
  table: openTable(environment.TABLE_NAME, { region: environment.AWS_REGION }),
  secrets: deriveSecrets(environment.FUNNEL_SECRET, {
    hashKey: environment.HASH_KEY,
    previous: environment.FUNNEL_SECRET_PREVIOUS,
  }),
  originSecrets: [environment.ORIGIN_SECRET, environment.ORIGIN_SECRET_PREVIOUS].filter(
    (one) => one !== undefined,
  ),
  config,
  siteUrl: environment.SITE_URL,
  submissionsPerSourcePerHour:
    environment.SUBMISSIONS_PER_SOURCE_PER_HOUR ?? config.limits.submissionsPerSourcePerHour,
  bookingSecrets: bookingSecretsOf(environment),
  now: () => new Date(),
  log: standardLog,
  shell: () => shell,
  // The table's stream tells the worker.
  stepsOwed: () => undefined,
  sourceOf: requestSource,
  pages: pagesInSitemap(readFileSync(environment.SITEMAP_PATH, "utf8")),
});

export const handler = handle(app);
