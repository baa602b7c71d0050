/** Every mail the funnel sends, with sample data. */
import { createComposer } from "#functions/delivery/compose-step.ts";
import { followUpStepName } from "#functions/delivery/follow-up-day.ts";
import { digestMail } from "#functions/mail/digest-mail.tsx";
import type { MailMessage } from "#functions/mail/message.ts";
import { mailTextsFolder, readMailTexts } from "#functions/mail/read-mail-texts.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { type Assessment, owedStep, type StepName } from "#functions/store/assessment-item.ts";
import { noticeStepName } from "#functions/store/hand-over-steps.ts";
import { followUpDays } from "#shared/follow-ups/topics.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { buildDigest } from "#shared/sales/digest.ts";
import { occasions } from "#shared/sales/occasions.ts";
import { previewLeads } from "./preview-leads.ts";

export interface PreviewMail {
  /** Last part of its address. */
  id: string;
  /** Mails of one kind stand together. */
  group: string;
  name: string;
  /** The step that sends it; null where none does. */
  step: StepName | null;
  /** Reads the content files anew each time. @throws MailTextError */
  compose: () => Promise<MailMessage>;
}

const secrets = deriveSecrets("only for previews: no link made with it opens");
const day = 86_400_000;

async function mailOf(lead: Assessment, step: StepName, config: FunnelConfig): Promise<MailMessage> {
  const now = () => new Date(Date.parse(lead.createdAt) + day);
  const followUps = { texts: readMailTexts(mailTextsFolder), keys: secrets };
  return createComposer({
    config,
    now,
    siteUrl: config.brand.siteUrl,
    tokenSecret: secrets.token,
    followUps,
  })(lead, step);
}

function digestOf(leads: readonly Assessment[], config: FunnelConfig): Promise<MailMessage> {
  const until = new Date(Math.max(...leads.map(({ createdAt }) => Date.parse(createdAt))) + day / 2);
  const lines = leads.map(({ id, grade, contact, status, createdAt }, index) => ({
    ...{ grade, organisation: contact.organisation, status },
    receivedAt: new Date(Date.parse(createdAt) - (index % 2) * 2 * day),
    href: `${config.brand.siteUrl}/console/leads/${id}`,
  }));
  const digest = buildDigest(lines, until);
  if (digest === null) throw new Error("The digest of the samples is empty.");
  return digestMail({ config, digest }, "preview");
}

/** Returns every mail, in groups. */
export function previewMails(config: FunnelConfig): PreviewMail[] {
  const leads = previewLeads(config);
  const [first] = leads;
  if (first === undefined) throw new Error("There is no sample to show mails with.");
  const undelivered = { ...owedStep("report", new Date(0)), state: "bounced", lastError: "bounced" } as const;
  const withCalendar = {
    ...config,
    sales: { ...config.sales, bookingUrl: "https://calendar.example/sample" },
  };
  const one = (
    id: string,
    group: string,
    name: string,
    lead: Assessment,
    step: StepName,
    given = config,
  ) => ({
    ...{ id, group, name, step },
    compose: () => mailOf(lead, step, given),
  });
  return [
    one("confirmation", "Requested", "One button first", first.lead, "confirmation"),
    one("report", "Requested", "The report", first.lead, "report"),
    ...leads.flatMap(({ name, lead }, number) =>
      followUpDays.map((on) => one(`day-${on}-${number}`, name, `Day ${on}`, lead, followUpStepName(on))),
    ),
    one("day-15-calendar", "With a calendar", "Day 15", first.lead, "follow-up-15", withCalendar),
    ...occasions.map((occasion) =>
      one(
        `notice-${occasion}`,
        "To sales",
        `Notice: ${occasion}`,
        first.lead,
        noticeStepName("sales", occasion),
      ),
    ),
    one(
      "undelivered",
      "To sales",
      "Undelivered report",
      { ...first.lead, steps: [undelivered] },
      "undelivered-notice",
    ),
    {
      ...{ id: "digest", group: "To sales", name: "Daily digest", step: null },
      compose: () =>
        digestOf(
          leads.map(({ lead }) => lead),
          config,
        ),
    },
  ];
}
