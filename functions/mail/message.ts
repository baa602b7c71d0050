/** A mail as the worker hands it on: everything a reader gets, nothing about how it is sent. */

export interface MailAddress {
  /** Display name; empty for none. */
  name: string;
  address: string;
}

export interface MailAttachment {
  filename: string;
  contentType: string;
  content: Uint8Array;
}

export interface MailMessage {
  from: MailAddress;
  to: readonly string[];
  replyTo: string;
  subject: string;
  html: string;
  /** The same words as the HTML. */
  text: string;
  attachments: readonly MailAttachment[];
  /** Extra header lines. */
  headers: Readonly<Record<string, string>>;
  /** SES message tags: they come back with every event about this mail. */
  tags: Readonly<Record<string, string>>;
  /** A mail of the series: sent apart from those that were asked for one by one. */
  followUp?: true;
}

/** A mail that cannot be sent as it is; the message names the part at fault, never its content. */
export class MailMessageError extends Error {
  override name = "MailMessageError";
}

/** The header that ties a mail to the step that sent it; the tag of the same value is `step`. */
export const stepIdHeader = "X-Step-ID";

// SES takes nothing else in a tag.
const tagValue = /^[A-Za-z0-9_-]{1,256}$/;

/**
 * Returns the headers and tags of one mail.
 * No List-Unsubscribe: a mail that answers a request belongs to no list to leave. Follow-ups add theirs.
 * @param stepId letters, digits, _ and - only, at most 256
 * @throws MailMessageError when the step id cannot be a tag
 */
export function stepMarks(stepId: string, kind: string): Pick<MailMessage, "headers" | "tags"> {
  if (!tagValue.test(stepId))
    throw new MailMessageError("The step id may hold only letters, digits, _ and -.");
  return {
    headers: {
      // Keeps out-of-office replies from answering a machine (RFC 3834; the second for Exchange).
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      [stepIdHeader]: stepId,
    },
    tags: { step: stepId, kind },
  };
}
