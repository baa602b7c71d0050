/** What SES publishes about a mail, in the shape of its documentation, as SNS hands it to a function. */
import { randomUUID } from "node:crypto";
import { account } from "./template.ts";

export interface SentMail {
  messageId: string;
  source: string;
  destinations: string[];
  tags: Record<string, string>;
  configurationSet: string;
}

export type MailEventType = "Send" | "Delivery" | "Bounce" | "Complaint";

const detailsOf: Readonly<Record<MailEventType, (mail: SentMail, at: string) => object>> = {
  Send: () => ({ send: {} }),
  Delivery: ({ destinations }, at) => ({
    delivery: {
      timestamp: at,
      processingTimeMillis: 812,
      recipients: destinations,
      smtpResponse: "250 2.6.0 Message received",
      reportingMTA: "a8-50.smtp-out.amazonses.com",
    },
  }),
  Bounce: ({ destinations }, at) => ({
    bounce: {
      feedbackId: randomUUID(),
      bounceType: "Permanent",
      bounceSubType: "General",
      bouncedRecipients: destinations.map((emailAddress) => ({
        emailAddress,
        action: "failed",
        status: "5.1.1",
        diagnosticCode: "smtp; 550 5.1.1 user unknown",
      })),
      timestamp: at,
      reportingMTA: "dsn; a8-50.smtp-out.amazonses.com",
    },
  }),
  Complaint: ({ destinations }, at) => ({
    complaint: {
      feedbackId: randomUUID(),
      complaintSubType: null,
      complainedRecipients: destinations.map((emailAddress) => ({ emailAddress })),
      timestamp: at,
      complaintFeedbackType: "abuse",
      userAgent: "SomeProvider-Feedback-Loop/1.0",
      arrivalDate: at,
    },
  }),
};

/** Returns the event that SES publishes. */
export function mailEvent(eventType: MailEventType, mail: SentMail, at = new Date().toISOString()): object {
  const { messageId, source, destinations, tags, configurationSet } = mail;
  return {
    eventType,
    mail: {
      timestamp: at,
      source,
      sourceArn: `arn:aws:ses:us-east-1:${account}:identity/${source.slice(source.lastIndexOf("@") + 1)}`,
      sendingAccountId: account,
      messageId,
      destination: destinations,
      headersTruncated: false,
      tags: {
        "ses:configuration-set": [configurationSet],
        "ses:from-domain": [source.slice(source.lastIndexOf("@") + 1)],
        ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
      },
    },
    ...detailsOf[eventType](mail, at),
  };
}

/** Returns the event a function gets from a topic. */
export function notification(topicArn: string, message: object): object {
  return {
    Records: [
      {
        EventSource: "aws:sns",
        EventVersion: "1.0",
        EventSubscriptionArn: `${topicArn}:${randomUUID()}`,
        Sns: {
          Type: "Notification",
          MessageId: randomUUID(),
          TopicArn: topicArn,
          Subject: "Amazon SES Email Event Notification",
          Message: JSON.stringify(message),
          Timestamp: new Date().toISOString(),
          SignatureVersion: "1",
          MessageAttributes: {},
        },
      },
    ],
  };
}
