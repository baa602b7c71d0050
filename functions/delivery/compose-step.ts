import { composeFollowUp, type FollowUpContent } from "#functions/delivery/compose-follow-up.ts";
import { stepId } from "#functions/delivery/step-id.ts";
import { type LinkDependencies, linkTo, noticeLinks } from "#functions/delivery/step-links.ts";
import { undeliveredCause } from "#functions/delivery/undelivered.ts";
import { confirmationMail } from "#functions/mail/confirmation-mail.tsx";
import type { MailMessage } from "#functions/mail/message.ts";
import { reportMail } from "#functions/mail/report-mail.tsx";
import { salesNotice } from "#functions/mail/sales-notice.tsx";
import { undeliveredNotice } from "#functions/mail/undelivered-notice.tsx";
import { leadDossier, noticeRecipients, undeliveredLead } from "#functions/notices/lead-dossier.ts";
import { renderReport } from "#functions/pdf/render-report.tsx";
import { ownReportOf } from "#functions/report.ts";
import type { Assessment, StepName } from "#functions/store/assessment-item.ts";
import { noticeOf } from "#functions/store/hand-over-steps.ts";
import type { Scope } from "#functions/tokens.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { longDate } from "#shared/report/wording.ts";
import type { Occasion } from "#shared/sales/occasions.ts";

export interface ComposeDependencies extends LinkDependencies {
  config: FunnelConfig;
  now: () => Date;
  /** Left out where no follow-up is ever owed. */
  followUps?: FollowUpContent;
}

/** Returns the function that makes the mail of each step. */
export function createComposer(dependencies: ComposeDependencies) {
  const { config, tokenSecret, now, followUps } = dependencies;
  const link = (assessment: Assessment, scope: Scope) => linkTo(dependencies, assessment, scope);
  const addressed = (assessment: Assessment, name: StepName) => ({
    config,
    to: assessment.contact.email,
    stepId: stepId({ assessmentId: assessment.id, name }),
    date: longDate(assessment.createdAt.slice(0, 10)),
  });

  async function report(assessment: Assessment): Promise<MailMessage> {
    const data = ownReportOf(assessment, config, tokenSecret);
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

  function notice(assessment: Assessment, name: StepName, occasion: Occasion): Promise<MailMessage> {
    const links = noticeLinks(dependencies, assessment);
    return salesNotice({
      config,
      stepId: stepId({ assessmentId: assessment.id, name }),
      dossier: leadDossier({ assessment, occasion, config, links, now: now() }),
      to: noticeRecipients(assessment, occasion, config),
    });
  }

  return async (assessment: Assessment, name: StepName): Promise<MailMessage> => {
    const told = noticeOf(name);
    if (told !== null) return notice(assessment, name, told.occasion);
    if (name === "report") return report(assessment);
    if (name === "confirmation")
      return confirmationMail({ ...addressed(assessment, name), confirmUrl: link(assessment, "confirm") });
    if (name === "undelivered-notice")
      return undeliveredNotice({
        config,
        stepId: stepId({ assessmentId: assessment.id, name }),
        lead: undeliveredLead(assessment),
        cause: undeliveredCause(assessment.steps),
        links: noticeLinks(dependencies, assessment),
        to: noticeRecipients(assessment, "new", config),
      });
    if (followUps === undefined) throw new Error(`There is no text for the step ${name}.`);
    return composeFollowUp({ ...dependencies, followUps }, assessment, name);
  };
}
