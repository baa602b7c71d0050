import { Text } from "@react-email/components";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { type PageNumbers, withPages } from "#shared/report/report.ts";
import { reportSubject } from "#shared/report/wording.ts";
import { MailButton } from "./mail-button.tsx";
import { MailFrame } from "./mail-frame.tsx";
import { type MailMessage, stepMarks } from "./message.ts";
import { renderMail } from "./render-mail.ts";
import { lightStyles } from "./theme.ts";

/** Nothing here was typed by a visitor: the address is unproven, and a stranger's words must not reach it. */
const paragraphs = [
  "Your report opens at the private link below; anyone holding the link can read it.",
  "Start with page {decisionPage} (one decision) and page {planPage} (order of work). If an answer was a guess, see there what it changes.",
  "Not yours? Press “Not me” there and nothing follows.",
];

export interface ReportMailInput {
  config: FunnelConfig;
  /** Where it goes, and the step it settles. */
  to: string;
  stepId: string;
  /** Private link to the interactive report. */
  reportUrl: string;
  /** The day the address was entered, as printed: "November 24, 2026". */
  date: string;
  pages: PageNumbers;
  /** Printed in the footer; empty for the industries without one in mail. */
  industryDisclaimer: string;
  pdf: Uint8Array;
}

function ReportMail({ config, reportUrl, date, pages, industryDisclaimer }: ReportMailInput) {
  const { text } = lightStyles(config.brand.colors.light);
  const why = `You receive this because this address was entered at ${new URL(config.brand.siteUrl).host} on ${date}.`;
  return (
    <MailFrame config={config} subject={reportSubject} why={why} disclaimer={industryDisclaimer}>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} className="ink" style={text}>
          {withPages(paragraph, pages)}
        </Text>
      ))}
      <MailButton config={config} href={reportUrl}>
        Open the report
      </MailButton>
    </MailFrame>
  );
}

/**
 * Returns the requested mail of day 0 with the report attached. It names no score and nothing the visitor typed.
 * @throws MailMessageError when the step id cannot be a tag
 */
export async function reportMail(input: ReportMailInput): Promise<MailMessage> {
  const { config, to, stepId, pdf } = input;
  return {
    from: { name: config.brand.name, address: config.mail.reportFrom },
    to: [to],
    replyTo: config.mail.replyTo,
    subject: reportSubject,
    ...(await renderMail(<ReportMail {...input} />)),
    attachments: [{ filename: "digital-readiness-report.pdf", contentType: "application/pdf", content: pdf }],
    ...stepMarks(stepId, "report"),
  };
}
