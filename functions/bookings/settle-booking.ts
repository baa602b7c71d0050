import type { Booking } from "#functions/bookings/booking.ts";
import { afterBooking } from "#functions/leads/lead-changes.ts";
import type { RecordDependencies } from "#functions/leads/record-action.ts";
import type { Secrets } from "#functions/secrets.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { confirmedLeadOf } from "#functions/store/confirmed-lead.ts";
import { openToken } from "#functions/tokens.ts";

export interface BookingDependencies extends RecordDependencies {
  secrets: Pick<Secrets, "address" | "token" | "previous">;
}

/** booked: written down. repeated: a meeting of this lead was known before. unknown: no lead of ours. */
export type BookingResult =
  | { kind: "booked"; lead: Assessment }
  | { kind: "repeated"; lead: Assessment }
  | { kind: "unknown" };

/**
 * Returns the lead a booking belongs to: by our own reference, or else by an address that was confirmed.
 * An address nobody has proved could be anybody's.
 */
async function leadOf({ table, secrets, now }: BookingDependencies, { reference, email }: Booking) {
  for (const keys of reference === null ? [] : [secrets, secrets.previous]) {
    const opened = keys && openToken(keys.token, reference ?? "", now());
    if (opened && opened !== "expired" && opened.scope === "booking") return opened.assessmentId;
  }
  return email === null ? null : confirmedLeadOf(table, addressKey(secrets.address, email));
}

/**
 * Writes down that a lead booked a meeting: status, grade, and the steps that tell of it. Follow-ups end with it.
 * @throws TableUnavailable
 */
export async function settleBooking(
  dependencies: BookingDependencies,
  booking: Booking,
): Promise<BookingResult> {
  const { table, config, secrets, now } = dependencies;
  const id = await leadOf(dependencies, booking);
  const lead = id === null ? null : await readAssessment(table, id);
  if (lead === null) return { kind: "unknown" };
  const { suppressed } = await readAddress(table, addressKey(secrets.address, lead.contact.email));
  const context = { config, suppressed: suppressed !== undefined, now: now() };
  const changed = await changeAssessment(table, lead.id, (current) => afterBooking(current, context));
  return { kind: changed === null ? "repeated" : "booked", lead };
}
