import type { Address } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";

export type FollowUpRefusal = "stopped" | "no-consent" | "not-confirmed" | "superseded";

/** Returns why nobody wants this assessment's follow-ups to go to the address, or null when they may. */
export function followUpRefusal(
  { id, consent, followUpsStopped }: Pick<Assessment, "id" | "consent" | "followUpsStopped">,
  { confirmedAt, followUpsOf }: Pick<Address, "confirmedAt" | "followUpsOf">,
): FollowUpRefusal | null {
  if (followUpsStopped !== undefined) return "stopped";
  if (!consent.followUps || consent.reportOnly) return "no-consent";
  if (confirmedAt === undefined) return "not-confirmed";
  return followUpsOf !== undefined && followUpsOf !== id ? "superseded" : null;
}
