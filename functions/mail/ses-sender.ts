import { SESClient, type SESClientConfig, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { type DkimKey, signed } from "#functions/mail/dkim.ts";
import type { MailMessage } from "#functions/mail/message.ts";
import { composeMime } from "#functions/mail/mime.ts";

/** Sends one message and returns what SES calls it; rejects with a SendError. */
export type SendMail = (message: MailMessage, sent: { messageId: string; date: Date }) => Promise<string>;

/**
 * yes: SES did not take the mail. throttled: nor any other for now, since it asks for fewer.
 * unknown: no answer came, or one that says nothing about the mail; it may be on its way.
 */
export type Refused = "yes" | "throttled" | "unknown";

/** The mail was not sent, or nobody knows. */
export class SendError extends Error {
  override name = "SendError";

  constructor(
    /** "ses-throttled", "ses-rejected", "ses-unavailable": without the text of SES, which may quote an address. */
    readonly code: string,
    readonly refused: Refused,
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

/** The request never left this machine. */
const unconnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

function statusOf(error: Error): number {
  const metadata: unknown = Reflect.get(error, "$metadata");
  return metadata !== null && typeof metadata === "object"
    ? Number(Reflect.get(metadata, "httpStatusCode"))
    : 0;
}

function sendError(error: unknown): SendError {
  if (!(error instanceof Error)) return new SendError("ses-unavailable", "unknown");
  const status = statusOf(error);
  if (throttling.has(error.name) || status === 429) return new SendError("ses-throttled", "throttled");
  if (status >= 400 && status < 500) return new SendError("ses-rejected", "yes");
  const unsent = status === 503 || ("code" in error && unconnected.has(String(error.code)));
  return new SendError("ses-unavailable", unsent ? "yes" : "unknown");
}

/** Returns a client that tries once: a second try of its own could send a mail twice unseen by the worker. */
export function openSes(config: SESClientConfig): SESClient {
  return new SESClient({
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
    maxAttempts: 1,
    ...config,
  });
}

async function inMime(...mail: Parameters<typeof composeMime>): Promise<Uint8Array> {
  try {
    return await composeMime(...mail);
  } catch {
    throw new SendError("not-composed", "yes");
  }
}

/** How mails leave; what is left out is not used, as on one machine. */
export interface SenderSettings {
  /** SES configuration set of requested mails. */
  requested?: string | undefined;
  /** That of follow-ups: a complaint about one kind must not weigh on the other. */
  followUps?: string | undefined;
  /** Signs follow-ups ourselves, so that their unsubscribe headers are known to be signed. */
  dkim?: DkimKey | undefined;
}

/** Returns the sender through SES. */
export function createSesSender(
  ses: SESClient,
  { requested, followUps, dkim }: SenderSettings = {},
): SendMail {
  return async (message, sent) => {
    const isFollowUp = message.followUp === true;
    const mime = await inMime(message, sent);
    const raw = isFollowUp && dkim !== undefined ? await signed(mime, message.from.address, dkim) : mime;
    const configurationSet = isFollowUp ? followUps : requested;
    const command = new SendRawEmailCommand({
      RawMessage: { Data: raw },
      Source: message.from.address,
      Destinations: [...message.to],
      Tags: Object.entries(message.tags).map(([Name, Value]) => ({ Name, Value })),
      ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
    });
    try {
      // SES names every mail it takes.
      return (await ses.send(command)).MessageId ?? sent.messageId;
    } catch (error) {
      throw sendError(error);
    }
  };
}
