/** The events SES publishes about a mail, as far as the funnel acts on them. */
import { z } from "zod";
import { erasureTag, parseStepId, type StepReference } from "#functions/delivery/step-id.ts";

const time = z.iso.datetime();
const recipients = z.array(z.object({ emailAddress: z.string() }));

const mailSchema = z.object({
  timestamp: time,
  messageId: z.string().min(1).max(200),
  sendingAccountId: z.string(),
  destination: z.array(z.string()),
  tags: z.object({ step: z.tuple([z.string()]) }),
});

const eventSchema = z.discriminatedUnion("eventType", [
  z.object({ eventType: z.literal("Send"), mail: mailSchema }),
  z.object({ eventType: z.literal("Delivery"), mail: mailSchema, delivery: z.object({ timestamp: time }) }),
  z.object({
    eventType: z.literal("DeliveryDelay"),
    mail: mailSchema,
    deliveryDelay: z.object({ timestamp: time }),
  }),
  z.object({ eventType: z.literal("Reject"), mail: mailSchema }),
  // With a blank, as SES writes it.
  z.object({ eventType: z.literal("Rendering Failure"), mail: mailSchema }),
  z.object({
    eventType: z.literal("Bounce"),
    mail: mailSchema,
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients, timestamp: time }),
  }),
  z.object({
    eventType: z.literal("Complaint"),
    mail: mailSchema,
    complaint: z.object({
      complainedRecipients: recipients,
      timestamp: time,
      complaintFeedbackType: z.string().nullish(),
      complaintSubType: z.string().nullish(),
    }),
  }),
]);
type SesEvent = z.infer<typeof eventSchema>;

/** What an event says became of a mail. */
export type Report =
  /** SES took the mail. */
  | { kind: "sent" }
  | { kind: "delivered" }
  /** SES keeps trying. */
  | { kind: "delayed" }
  /** SES will not send the mail: there is a virus in it. */
  | { kind: "refused" }
  /** SES cannot make the mail from its template. */
  | { kind: "not rendered" }
  /** SES has stopped trying; for good where the mailbox is not there. */
  | { kind: "bounced"; forGood: boolean; addresses: string[] }
  /** Called unwanted; never sent where the address had complained before. */
  | { kind: "complained"; sent: boolean; addresses: string[] };

/** An event about a mail of ours. */
export interface Feedback {
  /** The step that sent it; "erasure" for the last mail to somebody of whom nothing is kept. */
  step: StepReference | "erasure";
  /** What SES calls the mail. */
  messageId: string;
  /** AWS account that sent it. */
  account: string;
  /** Who it was addressed to. */
  destination: string[];
  /** When it happened. */
  at: Date;
  report: Report;
}

/** SES may name a recipient as in a header: Jo <jo@example.com>. */
const bareAddress = (text: string) => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
const addressesOf = (list: z.infer<typeof recipients>) =>
  list.map(({ emailAddress }) => bareAddress(emailAddress));

/** Returns what an event says and when, or null where it says nothing against the mail. */
function reportOf(event: SesEvent): { report: Report; at: string } | null {
  switch (event.eventType) {
    case "Send":
      return { report: { kind: "sent" }, at: event.mail.timestamp };
    case "Delivery":
      return { report: { kind: "delivered" }, at: event.delivery.timestamp };
    case "DeliveryDelay":
      return { report: { kind: "delayed" }, at: event.deliveryDelay.timestamp };
    case "Reject":
      return { report: { kind: "refused" }, at: event.mail.timestamp };
    case "Rendering Failure":
      return { report: { kind: "not rendered" }, at: event.mail.timestamp };
    case "Bounce": {
      const { bounceType, bouncedRecipients, timestamp } = event.bounce;
      const forGood = bounceType === "Permanent";
      return {
        report: { kind: "bounced", forGood, addresses: addressesOf(bouncedRecipients) },
        at: timestamp,
      };
    }
    case "Complaint": {
      const { complaintFeedbackType, complaintSubType, complainedRecipients, timestamp } = event.complaint;
      // Taken out of the junk folder: the opposite of a complaint.
      if (complaintFeedbackType === "not-spam") return null;
      const sent = complaintSubType !== "OnAccountSuppressionList";
      return {
        report: { kind: "complained", sent, addresses: addressesOf(complainedRecipients) },
        at: timestamp,
      };
    }
  }
}

/** Returns what an event says, or null for one that changes nothing: malformed, or not about a step of ours. */
export function readSesEvent(event: unknown): Feedback | null {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return null;
  const { mail } = parsed.data;
  const [tag] = mail.tags.step;
  const step = tag.startsWith(erasureTag) ? "erasure" : parseStepId(tag);
  const said = reportOf(parsed.data);
  if (step === null || said === null) return null;
  return {
    step,
    messageId: mail.messageId,
    account: mail.sendingAccountId,
    destination: mail.destination.map(bareAddress),
    at: new Date(said.at),
    report: said.report,
  };
}
