import { Heading, Text } from "@react-email/components";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { Outreach } from "#shared/models/lead-grade.ts";
import { callLink } from "#shared/sales/contact-links.ts";
import type { DossierLinks } from "#shared/sales/dossier.ts";
import { MailFrame, MailLink } from "./mail-frame.tsx";
import { type MailMessage, stepMarks } from "./message.ts";
import { renderMail } from "./render-mail.ts";
import { SalesLinks } from "./sales-links.tsx";
import { lightStyles } from "./theme.ts";

/** What stopped the mail, as sales has to know it; `write` says whether a mail of theirs would fare better. */
const causes = {
  bounced: { text: "There is no such mailbox, or it refuses mail for good.", write: false },
  "bounced for now": {
    text: "Their mail server could not take it: full, out of reach, or too strict.",
    write: true,
  },
  "not sent": { text: "Our mail service did not take it, and it is not tried again.", write: true },
  complaint: { text: "This address called a mail from us unwanted.", write: false },
  "not me": { text: "This address asked for no more mail from us.", write: false },
} as const;
export type UndeliveredCause = keyof typeof causes;

/** What of a lead this notice needs. */
export interface UndeliveredLead {
  organisation: string;
  name?: string | undefined;
  email: string;
  phone?: string | undefined;
  outreach: Outreach;
}

export interface UndeliveredNoticeInput {
  config: FunnelConfig;
  stepId: string;
  lead: UndeliveredLead;
  cause: UndeliveredCause;
  links: Omit<DossierLinks, "reply">;
  to: readonly string[];
}

function contact(
  { outreach, phone, email }: UndeliveredLead,
  write: boolean,
): { says: string; call: string | null } {
  if (outreach === "none") return { says: "Report only: no outreach.", call: null };
  const call = outreach === "call or write" && phone !== undefined ? phone : null;
  if (write) return { says: `Write to ${email}, without the attachment.`, call };
  return {
    says: call === null ? "Do not write there." : "Do not write there; call and ask for another address.",
    call,
  };
}

function UndeliveredNotice({
  config,
  lead,
  cause,
  links,
  subject,
}: UndeliveredNoticeInput & { subject: string }) {
  const styles = lightStyles(config.brand.colors.light);
  const { says, call } = contact(lead, causes[cause].write);
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
        The report for {lead.name ?? "a lead"} at {lead.organisation} did not arrive at {lead.email}.{" "}
        {causes[cause].text}
      </Text>
      <Text className="ink" style={styles.text}>
        {says}
        {call === null ? null : (
          <>
            <br />
            <MailLink config={config} href={callLink(call)}>
              {call}
            </MailLink>
          </>
        )}
      </Text>
      <Text className="muted" style={styles.aside}>
        Their result page offers the report for download.
      </Text>
      <SalesLinks config={config} links={{ ...links, reply: null }} />
    </MailFrame>
  );
}

/**
 * Returns the notice that tells sales that a report did not reach its reader, why, and what may be done.
 * @throws MailMessageError when the step id cannot be a tag
 */
export async function undeliveredNotice(input: UndeliveredNoticeInput): Promise<MailMessage> {
  const { config, lead, stepId, to } = input;
  const subject = `Report not delivered · ${lead.organisation}`;
  return {
    from: { name: config.brand.name, address: config.mail.reportFrom },
    to,
    replyTo: config.mail.replyTo,
    subject,
    ...(await renderMail(<UndeliveredNotice {...input} subject={subject} />)),
    attachments: [],
    ...stepMarks(stepId, "undelivered-notice"),
  };
}
