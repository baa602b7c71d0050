/** The event records of the SES Developer Guide, as they arrive through SNS, about a mail of ours. */
import examples from "../../fixtures/ses-events.json" with { type: "json" };

export const topicArn = "arn:aws:sns:us-east-1:123456789012:funnel-events";

export type ExampleName = keyof typeof examples;

export interface EventChanges {
  /** Id of the step, as tagged. */
  step: string;
  /** Takes the place of recipient@example.com, wherever it stands. */
  recipient: string;
  /** What SES calls the mail. */
  messageId?: string;
  /** Over the fields of bounce, complaint, mail and so on. */
  fields?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Returns a documented event about this step. */
export function sesEvent(
  name: ExampleName,
  { step, recipient, messageId = "0100-a", fields = {} }: EventChanges,
) {
  const text = JSON.stringify(examples[name]).replaceAll("recipient@example.com", recipient);
  const event = JSON.parse(text) as Record<string, Record<string, unknown>>;
  const { mail = {} } = event;
  event.mail = { ...mail, messageId, tags: { ...Object(mail.tags), step: [step], kind: ["report"] } };
  for (const [part, changes] of Object.entries(fields)) event[part] = { ...event[part], ...changes };
  return event;
}

/** Returns the invocation that SNS makes for a message. */
export function notification(message: string, from = topicArn) {
  const Sns = { Type: "Notification", MessageId: crypto.randomUUID(), TopicArn: from, Message: message };
  return {
    Records: [{ EventSource: "aws:sns", EventVersion: "1.0", EventSubscriptionArn: `${from}:6b0e71bd`, Sns }],
  };
}
