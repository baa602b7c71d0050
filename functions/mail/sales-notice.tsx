import { Heading, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { age } from "./age.ts";
import { callLink, writeLink } from "./contact-links.ts";
import { MailFrame, MailLink } from "./mail-frame.tsx";
import { type MailMessage, stepMarks } from "./message.ts";
import { renderMail } from "./render-mail.ts";
import { reportSubject } from "./report-mail.tsx";
import type { SalesLead, SalesOpener } from "./sales-lead.ts";
import { SalesLinks } from "./sales-links.tsx";
import { lightStyles, type MailStyles } from "./theme.ts";

const challenge = "“Which finding would you challenge?”";

export interface SalesNoticeInput {
  config: FunnelConfig;
  stepId: string;
  lead: SalesLead;
  reportUrl: string;
  /** Left out where no console is deployed. */
  consoleUrl?: string | undefined;
  receivedAt: Date;
  now: Date;
}

interface NoticeProps extends SalesNoticeInput {
  subject: string;
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

function Opener({ styles, at, opener }: { styles: MailStyles; at: number; opener: SalesOpener }) {
  return (
    <Text className="ink" style={styles.text}>
      <strong>{at}</strong> {opener.fact} ({opener.questionId})
      <br />
      Ask: “{opener.question}”
    </Text>
  );
}

function Contact({ config, lead }: { config: FunnelConfig; lead: SalesLead }) {
  if (lead.outreach === "none") return "report only: no outreach";
  const phone = lead.outreach === "call or write" ? lead.phone : undefined;
  return (
    <>
      {phone === undefined ? "write once" : "call, or write once"}
      {phone === undefined ? null : (
        <>
          <br />
          <MailLink config={config} href={callLink(phone)}>
            {phone}
          </MailLink>
        </>
      )}
      <br />
      {lead.email}
    </>
  );
}

function SalesNotice({ config, lead, reportUrl, consoleUrl, subject }: NoticeProps) {
  const styles = lightStyles(config.brand.colors.light);
  // A fresh mail, not an answer to this one: quoted below it, these lines must never reach the lead.
  const replyUrl = lead.outreach === "none" ? null : writeLink(lead.email, reportSubject);
  return (
    <MailFrame
      config={config}
      subject={subject}
      why="You receive this because this address is told about new leads."
    >
      <Heading as="h1" className="ink" style={styles.title}>
        {subject}
      </Heading>
      <Text className="ink" style={styles.text}>
        {lead.name ?? "no name"}, {lead.role} · {lead.industry}
      </Text>
      <Line styles={styles} label="CONTACT">
        <Contact config={config} lead={lead} />
      </Line>
      <Line styles={styles} label="WHY">
        {lead.reasons.map((reason) => reason.replace(/\.$/, "")).join("; ")}
      </Line>
      {lead.openers.map((opener, index) => (
        <Opener key={opener.questionId} styles={styles} at={index + 1} opener={opener} />
      ))}
      <Line styles={styles} label="SAY">
        {challenge}
      </Line>
      <Line styles={styles} label="NOT">
        {lead.notToSay.replace(/^Not /, "")}
      </Line>
      <Line styles={styles} label="TEAM">
        {lead.team}: listen
      </Line>
      {lead.tact === null ? null : (
        <Text className="muted" style={styles.aside}>
          {lead.tact}
        </Text>
      )}
      <SalesLinks config={config} replyUrl={replyUrl} reportUrl={reportUrl} consoleUrl={consoleUrl ?? null} />
    </MailFrame>
  );
}

/**
 * Returns the notice that tells sales about a lead, read on a phone in under a minute.
 * "Report only" leaves out every way to write or call.
 * @throws MailMessageError when the step id cannot be a tag
 */
export async function salesNotice(input: SalesNoticeInput): Promise<MailMessage> {
  const { config, lead, stepId, receivedAt, now } = input;
  const subject = `${lead.letter} · ${lead.organisation} · ${age(receivedAt, now)}`;
  return {
    from: { name: config.brand.name, address: config.mail.reportFrom },
    to: config.sales.recipients,
    replyTo: config.mail.replyTo,
    subject,
    ...(await renderMail(<SalesNotice {...input} subject={subject} />)),
    attachments: [],
    ...stepMarks(stepId, "sales-notice"),
  };
}
