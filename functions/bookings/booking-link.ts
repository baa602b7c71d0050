import type { Assessment } from "#functions/store/assessment-item.ts";
import { tokenFor } from "#functions/tokens.ts";

/** Where each calendar takes a reference that comes back with the booking. */
export const referenceParameters = {
  /** Cal.com keeps what comes as metadata[…]. */
  cal: { parameter: "metadata[lead]", key: "lead" },
  /** Calendly keeps the campaign parameters and nothing else. */
  calendly: { parameter: "utm_content" },
} as const;

/**
 * Returns the booking page with a reference to this lead: signed, opening nothing, without name or address.
 * Each calendar overlooks the other's parameter.
 */
export function bookingLink(
  bookingUrl: string,
  tokenSecret: string,
  assessment: Pick<Assessment, "id" | "createdAt">,
): string {
  const url = new URL(bookingUrl);
  const reference = tokenFor(tokenSecret, assessment, "booking");
  for (const { parameter } of Object.values(referenceParameters)) url.searchParams.set(parameter, reference);
  return url.toString();
}
