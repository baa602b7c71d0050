import { bookingLink } from "#functions/bookings/booking-link.ts";
import { choicePath } from "#functions/choice-token.ts";
import { followUpDayOf } from "#functions/delivery/follow-up-day.ts";
import { stepId } from "#functions/delivery/step-id.ts";
import { type LinkDependencies, linkTo } from "#functions/delivery/step-links.ts";
import { followUpMail } from "#functions/mail/follow-up-mail.tsx";
import type { MailMessage } from "#functions/mail/message.ts";
import { reportOf } from "#functions/report.ts";
import type { HashKeys } from "#functions/secrets.ts";
import { addressKey } from "#functions/store/addresses.ts";
import type { Assessment, StepName } from "#functions/store/assessment-item.ts";
import { fillText } from "#shared/follow-ups/fill-text.ts";
import type { MailTexts } from "#shared/follow-ups/mail-text.ts";
import { slotValues, type Target } from "#shared/follow-ups/slot-values.ts";
import { type FollowUpInput, topicFor } from "#shared/follow-ups/topic-for.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { findEdition } from "#shared/questions/index.ts";
import { longDate } from "#shared/report/wording.ts";

/** What follow-ups need beyond every other mail. */
export interface FollowUpContent {
  texts: MailTexts;
  keys: Pick<HashKeys, "address" | "choice">;
}

export interface FollowUpDependencies extends LinkDependencies {
  config: FunnelConfig;
  followUps: FollowUpContent;
}

function inputOf(assessment: Assessment, config: FunnelConfig): FollowUpInput {
  const { answers, profile, scorecard, contact, createdAt } = assessment;
  return {
    edition: findEdition(assessment.edition),
    answers,
    profile,
    scorecard,
    organisation: contact.organisation,
    date: createdAt.slice(0, 10),
    config,
    variant: "full",
    plan: reportOf(assessment, config, "full").plan,
  };
}

function addressOf(target: Target, assessment: Assessment, dependencies: FollowUpDependencies): string {
  const { siteUrl, tokenSecret, config } = dependencies;
  const { bookingUrl } = config.sales;
  if (target.kind === "page") return `${siteUrl}${target.path}`;
  if (target.kind === "calendar" && bookingUrl !== null)
    return bookingLink(bookingUrl, tokenSecret, assessment);
  const path = target.kind === "report" ? target.path : "";
  return `${linkTo(dependencies, assessment, "report")}${path}`;
}

/** Returns the mail of a day of the series. */
export async function composeFollowUp(
  dependencies: FollowUpDependencies,
  assessment: Assessment,
  name: StepName,
): Promise<MailMessage> {
  const { config, siteUrl, followUps } = dependencies;
  const day = followUpDayOf(name);
  if (day === null) throw new RangeError(`${name} is no follow-up`);
  const input = inputOf(assessment, config);
  const topic = topicFor(day, input);
  const values = slotValues(topic, input);
  const { keys, texts } = followUps;
  const choices = `${siteUrl}${choicePath(keys.choice, addressKey(keys.address, assessment.contact.email))}`;
  const isExport = assessment.profile.industry === "export";
  const disclaimer = input.edition.industries.find(({ id }) => id === "export")?.disclaimer ?? "";
  return followUpMail({
    config,
    to: assessment.contact.email,
    stepId: stepId({ assessmentId: assessment.id, name }),
    text: fillText(texts[topic], values),
    buttonUrl: addressOf(values.target, assessment, dependencies),
    stopUrl: `${choices}/stop`,
    choiceUrl: choices,
    date: longDate(assessment.consent.at.slice(0, 10)),
    industryDisclaimer: isExport ? disclaimer : "",
  });
}
