import { stepId } from "#functions/delivery/step-id.ts";
import { confirmationMail } from "#functions/mail/confirmation-mail.tsx";
import type { MailMessage } from "#functions/mail/message.ts";
import { reportMail } from "#functions/mail/report-mail.tsx";
import { salesNotice } from "#functions/mail/sales-notice.tsx";
import { renderReport } from "#functions/pdf/render-report.tsx";
import { reportOf } from "#functions/report.ts";
import { salesLead } from "#functions/sales-lead.ts";
import type { Assessment, StepName } from "#functions/store/assessment-item.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { longDate } from "#shared/report/wording.ts";

export interface ComposeDependencies {
  config: FunnelConfig;
  siteUrl: string;
  tokenSecret: string;
  now: () => Date;
}

/** Returns the function that makes the mail of each step. */
export function createComposer({ config, siteUrl, tokenSecret, now }: ComposeDependencies) {
  const link = (assessment: Assessment, scope: Scope) =>
    `${siteUrl}${privatePath(tokenSecret, assessment, scope)}`;
  const addressed = (assessment: Assessment, name: StepName) => ({
    config,
    to: assessment.contact.email,
    stepId: stepId({ assessmentId: assessment.id, name }),
    date: longDate(assessment.createdAt.slice(0, 10)),
  });

  async function report(assessment: Assessment): Promise<MailMessage> {
    const data = reportOf(assessment, config, "full");
    const { bytes, pages } = await renderReport(data, config);
    return reportMail({
      ...addressed(assessment, "report"),
      reportUrl: link(assessment, "report"),
      pages,
      // Only export adds its disclaimer to mails (evidence 7.7).
      industryDisclaimer: assessment.profile.industry === "export" ? data.cover.disclaimer : "",
      pdf: bytes,
    });
  }

  return (assessment: Assessment, name: StepName): Promise<MailMessage> => {
    if (name === "report") return report(assessment);
    if (name === "confirmation")
      return confirmationMail({
        ...addressed(assessment, name),
        confirmUrl: link(assessment, "confirm"),
      });
    return salesNotice({
      config,
      stepId: stepId({ assessmentId: assessment.id, name }),
      lead: salesLead(assessment, config),
      reportUrl: link(assessment, "sales"),
      receivedAt: new Date(assessment.createdAt),
      now: now(),
    });
  };
}
