import type { Address } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";

import type { LeadStatus } from "#shared/sales/lead-status.ts";

export type FollowUpRefusal = "stopped" | "in-talks" | "no-consent" | "not-confirmed" | "superseded";

/** Somebody talks with them, or has: a series beside it would speak with another voice. */
const inTalks: ReadonlySet<LeadStatus> = new Set(["qualified", "booked", "won", "lost"]);

/** Returns why nobody wants this assessment's follow-ups to go to the address, or null when they may. */
export function followUpRefusal(
  {
    id,
    consent,
    status,
    followUpsStopped,
  }: Pick<Assessment, "id" | "consent" | "status" | "followUpsStopped">,
  { confirmedAt, followUpsOf }: Pick<Address, "confirmedAt" | "followUpsOf">,
): FollowUpRefusal | null {
  if (followUpsStopped !== undefined) return "stopped";
  if (inTalks.has(status)) return "in-talks";
  if (!consent.followUps || consent.reportOnly) return "no-consent";
  if (confirmedAt === undefined) return "not-confirmed";
  return followUpsOf !== undefined && followUpsOf !== id ? "superseded" : null;
}
