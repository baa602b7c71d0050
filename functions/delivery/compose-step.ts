import { salesLead } from "#functions/delivery/sales-lead.ts";
import { stepId } from "#functions/delivery/step-id.ts";
import { undeliveredCause } from "#functions/delivery/undelivered.ts";
import { confirmationMail } from "#functions/mail/confirmation-mail.tsx";
import type { MailMessage } from "#functions/mail/message.ts";
import { reportMail } from "#functions/mail/report-mail.tsx";
import { salesNotice } from "#functions/mail/sales-notice.tsx";
import { undeliveredNotice } from "#functions/mail/undelivered-notice.tsx";
import { renderReport } from "#functions/pdf/render-report.tsx";
import { reportOf } from "#functions/report.ts";
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

  const toSales = (assessment: Assessment, name: StepName) => ({
    config,
    stepId: stepId({ assessmentId: assessment.id, name }),
    lead: salesLead(assessment, config),
    reportUrl: link(assessment, "sales"),
  });

  return async (assessment: Assessment, name: StepName): Promise<MailMessage> => {
    switch (name) {
      case "report":
        return report(assessment);
      case "confirmation":
        return confirmationMail({ ...addressed(assessment, name), confirmUrl: link(assessment, "confirm") });
      case "sales-notice":
        return salesNotice({
          ...toSales(assessment, name),
          receivedAt: new Date(assessment.createdAt),
          now: now(),
        });
      case "undelivered-notice":
        return undeliveredNotice({ ...toSales(assessment, name), cause: undeliveredCause(assessment.steps) });
      default:
        throw new Error(`There is no mail for the step ${name} yet.`);
    }
  };
}
