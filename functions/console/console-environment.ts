import { openIdEnvironment } from "#functions/console/sign-in/openid-settings.ts";
import { apiEnvironmentSchema } from "#functions/environment.ts";

/** What the console needs from its environment: what the API needs, and who may sign in. */
export const consoleEnvironmentSchema = apiEnvironmentSchema
  .omit({ SUBMISSIONS_PER_SOURCE_PER_HOUR: true })
  .extend(openIdEnvironment);
