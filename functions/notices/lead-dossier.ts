import { leadOutreach } from "#functions/leads/lead-outreach.ts";
import { leadRecord } from "#functions/leads/lead-record.ts";
import type { UndeliveredLead } from "#functions/mail/undelivered-notice.tsx";
import type { Assessment } from "#functions/store/assessment-item.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { buildDossier, type Dossier, type DossierLinks } from "#shared/sales/dossier.ts";
import { recipientsFor } from "#shared/sales/notice-config.ts";
import type { Occasion } from "#shared/sales/occasions.ts";

export interface LeadDossierInput {
  assessment: Assessment;
  occasion: Occasion;
  config: FunnelConfig;
  links: Omit<DossierLinks, "reply">;
  now: Date;
}

/** Returns what a stored lead gives a notice to say on this occasion. */
export function leadDossier({ assessment, occasion, config, links, now }: LeadDossierInput): Dossier {
  return buildDossier({
    record: leadRecord(assessment),
    suppressed: assessment.grade === null,
    occasion,
    regions: config.sales,
    links,
    receivedAt: new Date(assessment.createdAt),
    now,
  });
}

/** Returns who gets the mail of this occasion. */
export function noticeRecipients(
  { profile }: Pick<Assessment, "profile">,
  occasion: Occasion,
  { sales }: FunnelConfig,
): readonly string[] {
  const escalated = occasion === "untouched" ? sales.notices.responseClock?.recipients : undefined;
  return escalated ?? recipientsFor(sales, profile);
}

/** Returns what the notice of an undelivered report needs of a lead. */
export function undeliveredLead(assessment: Assessment): UndeliveredLead {
  const { organisation, name, email, phone } = assessment.contact;
  const outreach = leadOutreach(assessment);
  return { organisation, name: name || undefined, email, phone: phone || undefined, outreach };
}
