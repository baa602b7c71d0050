/** Webhooks of Cal.com: X-Cal-Signature-256 is the HMAC of the body; the reference comes back in the metadata. */
import { z } from "zod";
import type { Calendar } from "#functions/bookings/booking.ts";
import { referenceParameters } from "#functions/bookings/booking-link.ts";
import { isHmacOf } from "#functions/bookings/signature.ts";

/** A request that the host has yet to confirm is the same act of the prospect's. */
const booked = ["BOOKING_CREATED", "BOOKING_RESCHEDULED", "BOOKING_REQUESTED"];

const eventSchema = z.object({ triggerEvent: z.string() });
const bookingSchema = z.object({
  payload: z.object({
    attendees: z.array(z.object({ email: z.string() })).default([]),
    metadata: z.record(z.string(), z.unknown()).nullish(),
  }),
});

export const cal: Calendar = {
  name: "cal",
  isSigned: ({ body, header }, secret) => isHmacOf(body, secret, header("x-cal-signature-256") ?? ""),
  read(json) {
    const event = eventSchema.safeParse(json);
    if (!event.success) return { kind: "unreadable" };
    if (!booked.includes(event.data.triggerEvent)) return { kind: "ignored" };
    const booking = bookingSchema.safeParse(json);
    if (!booking.success) return { kind: "unreadable" };
    const { attendees, metadata } = booking.data.payload;
    const reference = metadata?.[referenceParameters.cal.key];
    return {
      kind: "booked",
      booking: {
        reference: typeof reference === "string" ? reference : null,
        // Guests follow the one who booked.
        email: attendees[0]?.email ?? null,
      },
    };
  },
};
