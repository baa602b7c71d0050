import { teamLine } from "#shared/models/sales-caution.ts";
import { roleLabel } from "#shared/profile.ts";
import { gradeOf, type LeadRecord, type ServedRegions } from "#shared/sales/lead-record.ts";
import type { LeadStatus } from "#shared/sales/lead-status.ts";
import type { WebhookLead } from "#shared/webhooks/lead-event.ts";

export interface WebhookLeadInput {
  id: string;
  createdAt: string;
  status: LeadStatus;
  /** The address gets no mail any more: no grade, no outreach. */
  suppressed: boolean;
  record: LeadRecord;
  source: Readonly<Record<keyof WebhookLead["source"], string | undefined>>;
  regions: ServedRegions;
  reportUrl: string;
}

/** Returns what another system is told about a lead: nothing that the sales notice would not say. */
export function webhookLead(input: WebhookLeadInput): WebhookLead {
  const { id, createdAt, status, suppressed, record, source, regions, reportUrl } = input;
  const { profile, contact, consent, scorecard, actions } = record;
  const grade = gradeOf(record, regions);
  const outreach = suppressed ? "none" : grade.outreach;
  const team = teamLine(profile.infrastructurePeople, scorecard.band);
  const { overall, low, high, level } = scorecard;
  return {
    id,
    createdAt,
    status,
    grade: suppressed ? null : grade.grade,
    gradeReasons: suppressed ? [] : grade.reasons,
    outreach,
    email: outreach === "none" ? null : contact.email,
    phone: outreach === "call or write" ? (contact.phone ?? null) : null,
    name: contact.name ?? null,
    organisation: contact.organisation,
    role: roleLabel(profile.role),
    industry: profile.industry,
    headcount: profile.headcount,
    region: profile.region,
    infrastructurePeople: profile.infrastructurePeople,
    followUps: consent.followUps,
    confirmed: actions.includes("confirmed"),
    source: {
      page: source.page ?? null,
      utm_source: source.utm_source ?? null,
      utm_medium: source.utm_medium ?? null,
      utm_campaign: source.utm_campaign ?? null,
    },
    readiness: { overall, low, high, level },
    redFlags: scorecard.flags.length,
    loadBand: team.tact === null ? null : scorecard.band,
    reportUrl,
  };
}
