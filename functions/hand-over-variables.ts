/** What hand-over needs from the environment: secrets, and addresses that are as good as secrets. */
import { z } from "zod";
import type { BookingSecrets } from "#functions/bookings/booking.ts";
import { webhookSecretsSchema } from "#functions/webhooks/webhook-secret.ts";

const secretUrl = z.url({ protocol: /^https?$/ }).optional();

/** Of the worker. */
export const handOverVariables = {
  /** Incoming webhook of the Slack channel; needed with sales.notices.slack. */
  SLACK_WEBHOOK_URL: secretUrl,
  /** Address of the Teams workflow; needed with sales.notices.teams. */
  TEAMS_WEBHOOK_URL: secretUrl,
  /** The other system, and the secret it shares with us; needed with webhooks.events. */
  WEBHOOK_URL: secretUrl,
  WEBHOOK_SECRET: webhookSecretsSchema.optional(),
};

/** Of the API: what each calendar signs its webhook with; without one there is no such address. */
export const bookingVariables = {
  CAL_WEBHOOK_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  CALENDLY_WEBHOOK_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
};

const bookingSchema = z.object(bookingVariables);

/** Returns what each calendar signs with, as far as it is set up. */
export function bookingSecretsOf(given: z.infer<typeof bookingSchema>): BookingSecrets {
  const { CAL_WEBHOOK_SECRET: cal, CALENDLY_WEBHOOK_SECRET: calendly } = given;
  return { ...(cal === undefined ? {} : { cal }), ...(calendly === undefined ? {} : { calendly }) };
}
