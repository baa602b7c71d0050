import { Text } from "@react-email/components";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { MailButton } from "./mail-button.tsx";
import { MailFrame } from "./mail-frame.tsx";
import { type MailMessage, stepMarks } from "./message.ts";
import { renderMail } from "./render-mail.ts";
import { lightStyles } from "./theme.ts";

const subject = "Press one button to get your report";

const paragraphs = [
  "A Digital Readiness Report was asked for at this address.",
  "The page behind the link has one button. Press it, and the report comes by mail. Opening the page alone changes nothing.",
  "Not yours? Leave it, and the report is not mailed.",
];

export interface ConfirmationMailInput {
  config: FunnelConfig;
  to: string;
  stepId: string;
  /** The page whose button confirms the address. */
  confirmUrl: string;
  /** The day the address was entered, as printed. */
  date: string;
}

function ConfirmationMail({ config, confirmUrl, date }: ConfirmationMailInput) {
  const { text } = lightStyles(config.brand.colors.light);
  const why = `You receive this because this address was entered at ${new URL(config.brand.siteUrl).host} on ${date}.`;
  return (
    <MailFrame config={config} subject={subject} why={why}>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} className="ink" style={text}>
          {paragraph}
        </Text>
      ))}
      <MailButton config={config} href={confirmUrl}>
        Open the confirmation page
      </MailButton>
    </MailFrame>
  );
}

/**
 * Returns the first mail of a submission that came without proof of work: it asks for one button press,
 * and holds nothing the visitor typed.
 * @throws MailMessageError when the step id cannot be a tag
 */
export async function confirmationMail(input: ConfirmationMailInput): Promise<MailMessage> {
  const { config, to, stepId } = input;
  return {
    from: { name: config.brand.name, address: config.mail.reportFrom },
    to: [to],
    replyTo: config.mail.replyTo,
    subject,
    ...(await renderMail(<ConfirmationMail {...input} />)),
    attachments: [],
    ...stepMarks(stepId, "confirmation"),
  };
}
