import { z } from "zod";

/** What the worker's process is told through its environment. */
export const deliverySettingsSchema = z
  .object({
    TABLE_ENDPOINT: z.url(),
    MAIL_ENDPOINT: z.url(),
    FUNNEL_SECRET: z.string().min(32),
    HASH_KEY: z.string().min(32),
    SITE_URL: z.url(),
  })
  .transform((given) => ({
    tableEndpoint: given.TABLE_ENDPOINT,
    mailEndpoint: given.MAIL_ENDPOINT,
    secret: given.FUNNEL_SECRET,
    hashKey: given.HASH_KEY,
    siteUrl: given.SITE_URL,
  }));

export type DeliverySettings = z.output<typeof deliverySettingsSchema>;

/** Returns the environment that parses to these settings. */
export function asEnvironment(settings: DeliverySettings): Record<string, string> {
  return {
    TABLE_ENDPOINT: settings.tableEndpoint,
    MAIL_ENDPOINT: settings.mailEndpoint,
    FUNNEL_SECRET: settings.secret,
    HASH_KEY: settings.hashKey,
    SITE_URL: settings.siteUrl,
  };
}
