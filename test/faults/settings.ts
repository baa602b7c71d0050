/** What every process of a fault run knows. */
import { z } from "zod";
import funnelConfig from "#config";
import { type DeliveryPolicy, deliveryPolicy } from "#functions/delivery/policy.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";

export const config = parseFunnelConfig(funnelConfig);
export const secrets = deriveSecrets("the secret of every process of a fault run");
export const siteUrl = "https://readiness.example";
export const tableName = "funnel";
export const topicArn = "arn:aws:sns:us-east-1:123456789012:funnel-events";

/** As deployed, but that no second is spent on waiting for SES to take mails again. */
export const policy: DeliveryPolicy = {
  ...deliveryPolicy,
  composeMs: 20_000,
  throttle: { baseMs: 50, ceilingMs: 1_000 },
};

/** How far the clock of a process may be off: far beyond what machines of AWS are. */
export const maxSkewMs = 15_000;

export const faultSettingsSchema = z.object({
  seed: z.coerce.number().int(),
  submissions: z.coerce.number().int().min(1),
  /** Share of the reports that are rendered and mailed as they are; all other mails are small. */
  realReports: z.coerce.number().min(0).max(1),
  /** Times each boundary between two steps sees a process killed, on average. */
  killsPerBoundary: z.coerce.number().min(0),
  /** Submissions that kill whoever composes their report, on average. */
  killers: z.coerce.number().min(0),
});
export type FaultSettings = z.infer<typeof faultSettingsSchema>;
