import { readFileSync } from "node:fs";
import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { requestSource } from "#functions/api/request-source.ts";
import { pagesInSitemap } from "#functions/api/sitemap-pages.ts";
import { config } from "#functions/checked-config.ts";
import { apiEnvironmentSchema, parseEnvironment } from "#functions/environment.ts";
import { bookingSecretsOf } from "#functions/hand-over-variables.ts";
import { createLambdaLog } from "#functions/lambda-log.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { openTable } from "#functions/store/table.ts";

/**
 * Returns what the app is made of on AWS.
 * @throws EnvironmentError
 */
export function lambdaDependencies(): ApiDependencies {
  const environment = parseEnvironment(apiEnvironmentSchema, process.env);
  const shell = readFileSync(environment.SHELL_PATH, "utf8");
  return {
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
    log: createLambdaLog(),
    shell: () => shell,
    // The table's stream tells the worker.
    stepsOwed: () => undefined,
    sourceOf: requestSource,
    pages: pagesInSitemap(readFileSync(environment.SITEMAP_PATH, "utf8")),
  };
}
