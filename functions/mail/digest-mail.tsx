import { Heading, Text } from "@react-email/components";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { Digest, DigestLine } from "#shared/sales/digest.ts";
import { MailFrame, MailLink } from "./mail-frame.tsx";
import { type MailMessage, stepMarks } from "./message.ts";
import { renderMail } from "./render-mail.ts";
import { lightStyles } from "./theme.ts";

interface Props {
  config: FunnelConfig;
  digest: Digest;
}

function Lines({
  config,
  title,
  lines,
}: {
  config: FunnelConfig;
  title: string;
  lines: readonly DigestLine[];
}) {
  const styles = lightStyles(config.brand.colors.light);
  if (lines.length === 0) return null;
  return (
    <>
      <Text className="muted" style={styles.label}>
        {title}
      </Text>
      {lines.map(({ text, href }) => (
        <Text key={href} className="ink" style={styles.text}>
          <MailLink config={config} href={href}>
            {text}
          </MailLink>
        </Text>
      ))}
    </>
  );
}

function DigestMail({ config, digest }: Props) {
  const styles = lightStyles(config.brand.colors.light);
  return (
    <MailFrame
      config={config}
      subject={digest.subject}
      why="You receive this once a day because this address is told about new leads."
    >
      <Heading as="h1" className="ink" style={styles.title}>
        {digest.subject}
      </Heading>
      <Lines config={config} title="NEW SINCE YESTERDAY" lines={digest.arrived} />
      <Lines config={config} title="NOBODY HAS TAKEN UP" lines={digest.waiting} />
    </MailFrame>
  );
}

/** Returns the mail of the day for everybody who is told about leads. */
export async function digestMail({ config, digest }: Props, id: string): Promise<MailMessage> {
  return {
    from: { name: config.brand.name, address: config.mail.reportFrom },
    to: config.sales.recipients,
    replyTo: config.mail.replyTo,
    subject: digest.subject,
    ...(await renderMail(<DigestMail config={config} digest={digest} />)),
    attachments: [],
    ...stepMarks(id, "sales-digest"),
  };
}
