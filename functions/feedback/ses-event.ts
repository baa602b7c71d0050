/** The events SES publishes about a mail, as far as the funnel acts on them. */
import { z } from "zod";
import { parseStepId, type StepReference } from "#functions/delivery/step-id.ts";
import type { SuppressionReason } from "#functions/store/addresses.ts";

const mailSchema = z.object({ tags: z.object({ step: z.tuple([z.string()]) }) });
const recipients = z.array(z.object({ emailAddress: z.string() }));

const eventSchema = z.discriminatedUnion("eventType", [
  z.object({ eventType: z.literal("Send"), mail: mailSchema }),
  z.object({ eventType: z.literal("Delivery"), mail: mailSchema }),
  z.object({ eventType: z.literal("Reject"), mail: mailSchema }),
  z.object({
    eventType: z.literal("Bounce"),
    mail: mailSchema,
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }),
  }),
  z.object({
    eventType: z.literal("Complaint"),
    mail: mailSchema,
    complaint: z.object({ complainedRecipients: recipients }),
  }),
]);

/** What an event says about one of our steps. */
export type Feedback =
  /** SES took the mail: it must not go again. */
  | { kind: "sent"; step: StepReference }
  /** SES took the mail and then would not send it. */
  | { kind: "rejected"; step: StepReference }
  /** These addresses must get no more mail. */
  | { kind: "unwanted"; step: StepReference; why: SuppressionReason; addresses: string[] };

/** SES may name a recipient as in a header: Jo <jo@example.com>. */
const bareAddress = (text: string) => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
const addressesOf = (list: z.infer<typeof recipients>) =>
  list.map(({ emailAddress }) => bareAddress(emailAddress));

/**
 * Returns what an event says, or null for one that changes nothing: malformed, not about a step of ours,
 * or a bounce that may pass (a full mailbox, a server out of reach).
 */
export function readSesEvent(event: unknown): Feedback | null {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return null;
  const { data } = parsed;
  const step = parseStepId(data.mail.tags.step[0]);
  if (step === null) return null;
  if (data.eventType === "Send" || data.eventType === "Delivery") return { kind: "sent", step };
  if (data.eventType === "Reject") return { kind: "rejected", step };
  if (data.eventType === "Complaint") {
    const addresses = addressesOf(data.complaint.complainedRecipients);
    return { kind: "unwanted", step, why: "complaint", addresses };
  }
  if (data.bounce.bounceType !== "Permanent") return null;
  return { kind: "unwanted", step, why: "bounce", addresses: addressesOf(data.bounce.bouncedRecipients) };
}
