/** Webhooks of Calendly: the signature is over time and body; the reference comes back in the tracking. */
import { z } from "zod";
import type { Calendar } from "#functions/bookings/booking.ts";
import { isHmacOf } from "#functions/bookings/signature.ts";

const toleranceSeconds = 5 * 60;

const eventSchema = z.object({ event: z.string() });
const inviteeSchema = z.object({
  payload: z.object({
    email: z.string(),
    tracking: z.object({ utm_content: z.string().nullish() }).nullish(),
  }),
});

/** Reads "t=1492774577,v1=5257a8…". */
function signatureParts(header: string): { time: string; signature: string } {
  const parts = new Map(
    header.split(",").map((part): [string, string] => {
      const [name = "", ...value] = part.split("=");
      return [name.trim(), value.join("=").trim()];
    }),
  );
  return { time: parts.get("t") ?? "", signature: parts.get("v1") ?? "" };
}

export const calendly: Calendar = {
  name: "calendly",
  isSigned({ body, header }, secret, now) {
    const { time, signature } = signatureParts(header("calendly-webhook-signature") ?? "");
    const seconds = Number(time);
    const isFresh = /^\d+$/.test(time) && Math.abs(now.getTime() / 1000 - seconds) <= toleranceSeconds;
    return isFresh && isHmacOf(`${time}.${body}`, secret, signature);
  },
  read(json) {
    const event = eventSchema.safeParse(json);
    if (!event.success) return { kind: "unreadable" };
    // A meeting put off comes as one canceled and one created.
    if (event.data.event !== "invitee.created") return { kind: "ignored" };
    const invitee = inviteeSchema.safeParse(json);
    if (!invitee.success) return { kind: "unreadable" };
    const { email, tracking } = invitee.data.payload;
    return { kind: "booked", booking: { reference: tracking?.utm_content ?? null, email } };
  },
};
