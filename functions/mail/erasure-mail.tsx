import { Text } from "@react-email/components";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { MailFrame } from "./mail-frame.tsx";
import { type MailMessage, stepMarks } from "./message.ts";
import { renderMail } from "./render-mail.ts";
import { lightStyles } from "./theme.ts";

const subject = "Your data is deleted";

export interface ErasureMailInput {
  config: FunnelConfig;
  to: string;
  /** Names this mail to the mail service; nothing in it names a lead. */
  mailId: string;
  /** The day it was asked for, as printed. */
  date: string;
  /** Assessments that were erased. */
  count: number;
}

function paragraphs({ config, date, count }: ErasureMailInput): string[] {
  const what = count === 1 ? "The assessment" : `All ${count} assessments`;
  return [
    `${what} sent with this address, the contact details, the private links and the history were deleted on ${date}, as asked for on your private page. No further mail is planned.`,
    "A PDF that was mailed before stays with whoever received it. For up to two days the number of mails to this address remains, as a keyed hash without the address, to stop misuse. Backups of the database follow within 35 days.",
    `Did somebody else do this with your link? Write to ${config.privacy.contact}. What is deleted cannot be brought back; you can take the assessment again at any time.`,
  ];
}

function ErasureMail(input: ErasureMailInput) {
  const { text } = lightStyles(input.config.brand.colors.light);
  const why = "You receive this once, because deletion was asked for on the private page of this address.";
  return (
    <MailFrame config={input.config} subject={subject} why={why}>
      {paragraphs(input).map((paragraph) => (
        <Text key={paragraph} className="ink" style={text}>
          {paragraph}
        </Text>
      ))}
    </MailFrame>
  );
}

/** Returns the last mail to an address whose data was deleted. */
export async function erasureMail(input: ErasureMailInput): Promise<MailMessage> {
  const { config, to, mailId } = input;
  return {
    from: { name: config.brand.name, address: config.mail.reportFrom },
    to: [to],
    replyTo: config.mail.replyTo,
    subject,
    ...(await renderMail(<ErasureMail {...input} />)),
    attachments: [],
    ...stepMarks(mailId, "erasure"),
  };
}
