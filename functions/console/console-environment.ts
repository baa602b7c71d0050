import { openIdEnvironment } from "#functions/console/sign-in/openid-settings.ts";
import { apiEnvironmentSchema } from "#functions/environment.ts";

/** What the console needs from its environment: a part of what the API needs, and who may sign in. */
export const consoleEnvironmentSchema = apiEnvironmentSchema
  .pick({
    TABLE_NAME: true,
    FUNNEL_SECRET: true,
    HASH_KEY: true,
    SITE_URL: true,
    AWS_REGION: true,
    ORIGIN_SECRET: true,
    ORIGIN_SECRET_PREVIOUS: true,
    SHELL_PATH: true,
  })
  .extend(openIdEnvironment);
