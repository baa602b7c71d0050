import { Text } from "@react-email/components";
import type { FilledText } from "#shared/follow-ups/fill-text.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { MailButton } from "./mail-button.tsx";
import { MailFrame } from "./mail-frame.tsx";
import { type MailMessage, stepMarks } from "./message.ts";
import { renderMail } from "./render-mail.ts";
import { lightStyles } from "./theme.ts";

export interface FollowUpMailInput {
  config: FunnelConfig;
  to: string;
  stepId: string;
  text: FilledText;
  /** Where the button leads. */
  buttonUrl: string;
  /** The page whose button stops the series; mailbox providers post to it. */
  stopUrl: string;
  /** The page to choose between its mails. */
  choiceUrl: string;
  /** The day they were asked for, as printed. */
  date: string;
  /** Printed in the footer; empty for the industries without one in mail. */
  industryDisclaimer: string;
}

function Steps({ items, config }: { items: readonly string[]; config: FunnelConfig }) {
  const { text } = lightStyles(config.brand.colors.light);
  return (
    <ol className="ink" style={{ ...text, paddingLeft: "24px" }}>
      {items.map((item) => (
        <li key={item} style={{ padding: "0 0 8px 4px" }}>
          {item}
        </li>
      ))}
    </ol>
  );
}

function FollowUpMail(input: FollowUpMailInput) {
  const { config, text, buttonUrl, stopUrl, choiceUrl, date, industryDisclaimer } = input;
  const styles = lightStyles(config.brand.colors.light);
  const ways = [
    { text: "Stop these mails", href: stopUrl },
    { text: "Choose fewer, or only the last one", href: choiceUrl },
  ];
  return (
    <MailFrame
      config={config}
      subject={text.subject}
      why={`You asked for up to four mails on ${date}.`}
      ways={ways}
      disclaimer={industryDisclaimer}
    >
      {text.blocks.map((block) =>
        block.kind === "list" ? (
          <Steps key={block.items.join()} items={block.items} config={config} />
        ) : (
          <Text key={block.text} className="ink" style={styles.text}>
            {block.text}
          </Text>
        ),
      )}
      <MailButton config={config} href={buttonUrl}>
        {text.button}
      </MailButton>
    </MailFrame>
  );
}

/** Names the series to mail programs and filters: a name, not an address (RFC 2919). */
export function listIdOf({ mail }: FunnelConfig): string {
  const domain = mail.followUpFrom.slice(mail.followUpFrom.lastIndexOf("@") + 1);
  return `<checklists.${domain}>`;
}

/**
 * Returns a mail of the series: with a name as a list, and the headers by which a mail program stops it with one
 * press (RFC 2919, RFC 8058).
 * @throws MailMessageError when the step id cannot be a tag
 */
export async function followUpMail(input: FollowUpMailInput): Promise<MailMessage> {
  const { config, to, stepId, text, stopUrl } = input;
  const { headers, tags } = stepMarks(stepId, "follow-up");
  return {
    from: { name: config.brand.name, address: config.mail.followUpFrom },
    to: [to],
    replyTo: config.mail.replyTo,
    subject: text.subject,
    ...(await renderMail(<FollowUpMail {...input} />)),
    attachments: [],
    headers: {
      ...headers,
      "List-Id": listIdOf(config),
      "List-Unsubscribe": `<${stopUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    tags,
    followUp: true,
  };
}
