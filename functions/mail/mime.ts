import { createHash } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import { type MailMessage, MailMessageError } from "./message.ts";

const controls = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const oneAddress = /^[^\s\p{Cc},;:<>()"\\@]+@[^\s\p{Cc},;:<>()"\\@]+$/u;

function check(message: MailMessage): void {
  for (const address of [message.from.address, message.replyTo, ...message.to])
    if (!oneAddress.test(address)) throw new MailMessageError("An address is not exactly one mail address.");
  if (message.to.length === 0) throw new MailMessageError("The mail has no recipient.");
  for (const [name, value] of Object.entries(message.headers))
    if (!/^[A-Za-z0-9-]+$/.test(name) || controls.test(value))
      throw new MailMessageError("A header holds a character that headers may not hold.");
}

function oneLine(text: string): string {
  return text.replace(new RegExp(controls, "gu"), " ");
}

/**
 * Returns the mail as MIME bytes with CRLF line ends. Same message, id and date: same bytes.
 * A line break in the subject becomes a space.
 * @param sent.messageId with angle brackets; unique for each mail
 * @throws MailMessageError for an address that is not one address, no recipient, or a header with control characters
 */
export function composeMime(
  message: MailMessage,
  sent: { messageId: string; date: Date },
): Promise<Uint8Array> {
  check(message);
  const composer = new MailComposer({
    from: { name: message.from.name, address: message.from.address },
    to: message.to.map((address) => ({ name: "", address })),
    replyTo: { name: "", address: message.replyTo },
    subject: oneLine(message.subject),
    text: message.text,
    html: message.html,
    textEncoding: "quoted-printable",
    attachments: message.attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: Buffer.from(content),
    })),
    headers: { ...message.headers },
    messageId: sent.messageId,
    date: sent.date,
    baseBoundary: createHash("sha256").update(sent.messageId).digest("hex").slice(0, 32),
    newline: "\r\n",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
