/** What each entry needs from its environment, checked once at the start. */
import { z } from "zod";

const serviceSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** Signs tokens and challenges, and keys the hashes of addresses. */
  FUNNEL_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** Public address of the site, without a trailing slash: links in mails start with it. */
  SITE_URL: z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith("/"), "must not end with /"),
  AWS_REGION: z.string().min(1),
});

export const apiEnvironmentSchema = serviceSchema.extend({
  /** The built frame that rendered pages are put into. */
  SHELL_PATH: z.string().min(1).default("shell.html"),
  /** Overrides limits.submissionsPerSourcePerHour of funnel.config.ts. */
  SUBMISSIONS_PER_SOURCE_PER_HOUR: z.coerce.number().int().min(1).optional(),
});

export const deliveryEnvironmentSchema = serviceSchema.extend({
  /** SES configuration set of requested mails; without one SES reports nothing back. */
  REQUESTED_CONFIGURATION_SET: z.string().min(1).optional(),
});

export const feedbackEnvironmentSchema = serviceSchema.omit({ SITE_URL: true });

export const relayEnvironmentSchema = serviceSchema.pick({ AWS_REGION: true }).extend({
  /** The queue that the worker takes owed steps from. */
  OWED_QUEUE_URL: z.url(),
});

/** Raised at the start of an entry; the message names each variable at fault, never its value. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Returns the parsed environment. An empty variable counts as absent.
 * @throws EnvironmentError
 */
export function parseEnvironment<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `  ${name}: ${given[name] === undefined ? "is missing" : message}`;
  });
  throw new EnvironmentError(`The environment is incomplete:\n${lines.join("\n")}`);
}
