import { SESClient, type SESClientConfig, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { MailMessage } from "#functions/mail/message.ts";
import { composeMime } from "#functions/mail/mime.ts";

/** Sends one message; rejects with a SendError. */
export type SendMail = (message: MailMessage, sent: { messageId: string; date: Date }) => Promise<void>;

/** The mail was not sent, or nobody knows: the step is tried again. */
export class SendError extends Error {
  override name = "SendError";

  constructor(
    /** "ses-throttled", "ses-rejected", "ses-unavailable": without the text of SES, which may quote an address. */
    readonly code: string,
    /** SES asked for fewer mails: every mail has to wait, not this one. */
    readonly throttled: boolean,
  ) {
    super(code);
  }
}

const throttling = new Set([
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "LimitExceededException",
]);

function sendError(error: unknown): SendError {
  const name = error instanceof Error ? error.name : "";
  const metadata: unknown = error instanceof Error ? Reflect.get(error, "$metadata") : undefined;
  const status =
    metadata !== null && typeof metadata === "object" ? Reflect.get(metadata, "httpStatusCode") : 0;
  if (throttling.has(name) || status === 429) return new SendError("ses-throttled", true);
  return new SendError(
    Number(status) >= 400 && Number(status) < 500 ? "ses-rejected" : "ses-unavailable",
    false,
  );
}

/** Returns a client that tries once: a second try of its own could send a mail twice unseen by the worker. */
export function openSes(config: SESClientConfig): SESClient {
  return new SESClient({
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
    maxAttempts: 1,
    ...config,
  });
}

/** Returns the sender through SES. */
export function createSesSender(ses: SESClient, configurationSet?: string): SendMail {
  return async (message, sent) => {
    const raw = await composeMime(message, sent);
    const command = new SendRawEmailCommand({
      RawMessage: { Data: raw },
      Source: message.from.address,
      Destinations: [...message.to],
      Tags: Object.entries(message.tags).map(([Name, Value]) => ({ Name, Value })),
      ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
    });
    try {
      await ses.send(command);
    } catch (error) {
      throw sendError(error);
    }
  };
}
