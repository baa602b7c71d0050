import { Heading, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { Dossier, DossierOpener } from "#shared/sales/dossier.ts";
import { MailFrame, MailLink } from "./mail-frame.tsx";
import { type MailMessage, stepMarks } from "./message.ts";
import { renderMail } from "./render-mail.ts";
import { SalesLinks } from "./sales-links.tsx";
import { lightStyles, type MailStyles } from "./theme.ts";

export interface SalesNoticeInput {
  config: FunnelConfig;
  stepId: string;
  dossier: Dossier;
  to: readonly string[];
}

function Line({ styles, label, children }: { styles: MailStyles; label: string; children: ReactNode }) {
  return (
    <Text className="ink" style={styles.text}>
      <strong className="muted" style={styles.label}>
        {label}
      </strong>{" "}
      {children}
    </Text>
  );
}

function Opener({ styles, at, opener }: { styles: MailStyles; at: number; opener: DossierOpener }) {
  return (
    <Text className="ink" style={styles.text}>
      <strong>{at}</strong> {opener.fact} ({opener.questionId})
      <br />
      Ask: “{opener.ask}”
    </Text>
  );
}

function Contact({ config, dossier }: { config: FunnelConfig; dossier: Dossier }) {
  const { contact, phone, email } = dossier;
  return (
    <>
      {contact}
      {phone === null ? null : (
        <>
          <br />
          <MailLink config={config} href={phone.href}>
            {phone.number}
          </MailLink>
        </>
      )}
      {email === null ? null : (
        <>
          <br />
          {email}
        </>
      )}
    </>
  );
}

function SalesNotice({ config, dossier }: SalesNoticeInput) {
  const styles = lightStyles(config.brand.colors.light);
  return (
    <MailFrame
      config={config}
      subject={dossier.heading}
      why="You receive this because this address is told about new leads."
    >
      <Heading as="h1" className="ink" style={styles.title}>
        {dossier.heading}
      </Heading>
      {dossier.news === null ? null : (
        <Text className="ink" style={styles.text}>
          <strong>{dossier.news}</strong>
        </Text>
      )}
      <Text className="ink" style={styles.text}>
        {dossier.who}
      </Text>
      <Line styles={styles} label="CONTACT">
        <Contact config={config} dossier={dossier} />
      </Line>
      <Line styles={styles} label="WHY">
        {dossier.why}
      </Line>
      {dossier.openers.map((opener, index) => (
        <Opener key={opener.questionId} styles={styles} at={index + 1} opener={opener} />
      ))}
      <Line styles={styles} label="SAY">
        {dossier.say}
      </Line>
      <Line styles={styles} label="NOT">
        {dossier.not}
      </Line>
      <Line styles={styles} label="TEAM">
        {dossier.team}
      </Line>
      {dossier.tact === null ? null : (
        <Text className="muted" style={styles.aside}>
          {dossier.tact}
        </Text>
      )}
      <SalesLinks config={config} links={dossier.links} />
    </MailFrame>
  );
}

/**
 * Returns the notice that tells sales about a lead, read on a phone in under a minute.
 * @throws MailMessageError when the step id cannot be a tag
 */
export async function salesNotice(input: SalesNoticeInput): Promise<MailMessage> {
  const { config, dossier, stepId, to } = input;
  return {
    from: { name: config.brand.name, address: config.mail.reportFrom },
    to,
    replyTo: config.mail.replyTo,
    subject: dossier.heading,
    ...(await renderMail(<SalesNotice {...input} />)),
    attachments: [],
    ...stepMarks(stepId, "sales-notice"),
  };
}
