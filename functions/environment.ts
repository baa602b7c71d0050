/** What each entry needs from its environment, checked once at the start. */
import { z } from "zod";
import { bookingVariables, handOverVariables } from "#functions/hand-over-variables.ts";

const secret = z.string().min(32, "must have at least 32 characters");

const serviceSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** Signs tokens and challenges. Replaceable: the one before goes to FUNNEL_SECRET_PREVIOUS. */
  FUNNEL_SECRET: secret,
  /** Keys the hashes of addresses. Never replaced, or suppressions are not found any more (functions/secrets.ts). */
  HASH_KEY: secret,
  /** Public address of the site, without a trailing slash: links in mails start with it. */
  SITE_URL: z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith("/"), "must not end with /"),
  AWS_REGION: z.string().min(1),
});

export const apiEnvironmentSchema = serviceSchema.extend({
  /** The signing secret before the present one: its links and challenges still open. */
  FUNNEL_SECRET_PREVIOUS: secret.optional(),
  /** CloudFront sends it with every request, so that nobody who calls the API itself can pretend to come from there. */
  ORIGIN_SECRET: secret,
  /** The one before: CloudFront sends it until the present one has reached each of its places. */
  ORIGIN_SECRET_PREVIOUS: secret.optional(),
  /** The built frame that rendered pages are put into. */
  SHELL_PATH: z.string().min(1).default("shell.html"),
  /** The built list of pages; what a browser says about another page is not counted. */
  SITEMAP_PATH: z.string().min(1).default("sitemap.xml"),
  /** Overrides limits.submissionsPerSourcePerHour of funnel.config.ts. */
  SUBMISSIONS_PER_SOURCE_PER_HOUR: z.coerce.number().int().min(1).optional(),
  ...bookingVariables,
});

export const deliveryEnvironmentSchema = serviceSchema.extend({
  /** SES configuration set of requested mails; without one SES reports nothing back. */
  REQUESTED_CONFIGURATION_SET: z.string().min(1).optional(),
  /** The same for follow-ups. */
  FOLLOW_UPS_CONFIGURATION_SET: z.string().min(1).optional(),
  /** Signs follow-ups: a private key in PEM, and the selector its public key is published under. */
  DKIM_PRIVATE_KEY: z.string().includes("PRIVATE KEY", "must be a private key in PEM").optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9-]{1,63}$/i, "must be a name of letters, digits and -")
    .optional(),
  ...handOverVariables,
});

export const feedbackEnvironmentSchema = serviceSchema.omit({ SITE_URL: true, FUNNEL_SECRET: true }).extend({
  /** The topic SES publishes to; events of any other are passed over. */
  FEEDBACK_TOPIC_ARN: z.string().min(1),
});

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
