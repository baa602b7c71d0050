/** A lead as a file for another system holds it: what the webhooks tell, and what sales made of it. */
import { leadRecord } from "#functions/leads/lead-record.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import { salesRecordOf } from "#functions/store/sales-record.ts";
import { gradeOf, type ServedRegions } from "#shared/sales/lead-record.ts";
import type { LossReason } from "#shared/sales/lead-status.ts";
import type { WebhookLead } from "#shared/webhooks/lead-event.ts";
import { webhookLead } from "#shared/webhooks/webhook-lead.ts";

/** Without the private link and anything of the team's load: a file is passed on more easily than a message. */
export interface ExportedLead extends Omit<WebhookLead, "reportUrl" | "loadBand" | "gradeReasons"> {
  /** Such as "strong fit, some need, not confirmed"; null for a suppressed address. */
  gradeSummary: string | null;
  lossReason: LossReason | null;
  /** Name of whoever has the lead. */
  owner: string | null;
  firstContactAt: string | null;
  bookedAt: string | null;
  consoleUrl: string;
}

/** Returns a lead for a file; a suppressed one has no grade and no way to reach it. */
export function exportedLead(
  { assessment, address }: LeadRow,
  { regions, siteUrl }: { regions: ServedRegions; siteUrl: string },
): ExportedLead {
  const { id, createdAt, status, source, actions } = assessment;
  const { lossReason, owner, firstContactAt, bookedAt } = salesRecordOf(assessment);
  const record = leadRecord(assessment);
  const suppressed = address.suppressed !== undefined || assessment.grade === null;
  const { reportUrl, loadBand, gradeReasons, ...told } = webhookLead({
    ...{ id, createdAt, status, regions, reportUrl: siteUrl },
    suppressed,
    record,
    source: {
      page: source.page,
      utm_source: source.utm_source,
      utm_medium: source.utm_medium,
      utm_campaign: source.utm_campaign,
    },
  });
  return {
    ...told,
    gradeSummary: suppressed ? null : gradeOf(record, regions).summary,
    lossReason,
    owner: owner?.name ?? null,
    firstContactAt,
    bookedAt: actions.booking ?? bookedAt,
    consoleUrl: `${siteUrl}/console/leads/${id}`,
  };
}

/** Each column of the CSV, in its order: the field of the JSON and how it reads in one cell. */
const columns: Readonly<Record<string, (lead: ExportedLead) => unknown>> = {
  id: ({ id }) => id,
  createdAt: ({ createdAt }) => createdAt,
  grade: ({ grade }) => grade,
  gradeSummary: ({ gradeSummary }) => gradeSummary,
  outreach: ({ outreach }) => outreach,
  organisation: ({ organisation }) => organisation,
  name: ({ name }) => name,
  role: ({ role }) => role,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  industry: ({ industry }) => industry,
  headcount: ({ headcount }) => headcount,
  region: ({ region }) => region,
  infrastructurePeople: (lead) => lead.infrastructurePeople,
  readiness: ({ readiness }) => readiness.overall,
  level: ({ readiness }) => readiness.level,
  redFlags: ({ redFlags }) => redFlags,
  confirmed: ({ confirmed }) => confirmed,
  followUps: ({ followUps }) => followUps,
  status: ({ status }) => status,
  lossReason: ({ lossReason }) => lossReason,
  owner: ({ owner }) => owner,
  firstContactAt: ({ firstContactAt }) => firstContactAt,
  bookedAt: ({ bookedAt }) => bookedAt,
  page: ({ source }) => source.page,
  utm_source: ({ source }) => source.utm_source,
  utm_medium: ({ source }) => source.utm_medium,
  utm_campaign: ({ source }) => source.utm_campaign,
  consoleUrl: ({ consoleUrl }) => consoleUrl,
};

export const exportColumns = Object.keys(columns);

/** Returns the cells of a lead, one for each column. */
export function exportCells(lead: ExportedLead): string[] {
  return Object.values(columns).map((cellOf) => String(cellOf(lead) ?? ""));
}
