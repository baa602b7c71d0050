import { z } from "zod";
import type { BookingSecrets } from "#functions/bookings/booking.ts";
import { parseEnvironment } from "#functions/environment.ts";
import { createHandOver, type HandOver } from "#functions/hand-over.ts";
import { bookingSecretsOf, bookingVariables, handOverVariables } from "#functions/hand-over-variables.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

const schema = z.object({
  ...handOverVariables,
  /** Lets webhooks and notices go to this machine, by plain http too: to try a receiver out. Unknown on AWS. */
  WEBHOOK_ALLOW_LOCAL: z.literal("yes").optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns what each calendar signs its webhook with.
 * @throws EnvironmentError for a variable that cannot be used
 */
export function localBookingSecrets(environment: Environment): BookingSecrets {
  return bookingSecretsOf(parseEnvironment(z.object(bookingVariables), environment));
}

/**
 * Returns the ways to tell people and systems from a local run.
 * @throws EnvironmentError for a variable that cannot be used, HandOverError for one that is missing
 */
export function localHandOver(config: FunnelConfig, environment: Environment, now: () => Date): HandOver {
  const { WEBHOOK_ALLOW_LOCAL, ...given } = parseEnvironment(schema, environment);
  return createHandOver(config, given, { allowLocal: WEBHOOK_ALLOW_LOCAL === "yes", now });
}
