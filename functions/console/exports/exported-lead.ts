import { gradeOf, isConfirmed } from "#functions/lead-grade.ts";
import { outreachOf } from "#functions/outreach.ts";
import { leadOf } from "#functions/store/lead-fields.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import { roleLabel } from "#shared/profile.ts";

/** A lead as another system gets it. No answer is in it; a suppressed lead has no grade and no way to reach it. */
export interface ExportedLead {
  id: string;
  received: string;
  grade: string | null;
  points: number | null;
  summary: string | null;
  outreach: string;
  organisation: string;
  name: string | null;
  role: string;
  email: string;
  phone: string | null;
  industry: string;
  headcount: string;
  infrastructurePeople: number;
  region: string;
  readiness: number | null;
  level: string | null;
  confirmed: boolean;
  followUpsWanted: boolean;
  status: string;
  lossReason: string | null;
  owner: string | null;
  firstContact: string | null;
  booked: string | null;
  page: string | null;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  link: string;
}

/** Returns a lead for another system. */
export function exportedLead({ assessment, address }: LeadRow, siteUrl: string): ExportedLead {
  const { id, createdAt, contact, profile, scorecard, consent, source, status } = assessment;
  const record = leadOf(assessment);
  const suppressed = address.suppressed !== undefined;
  const grade = suppressed ? null : gradeOf(assessment);
  return {
    id,
    received: createdAt,
    grade: grade?.grade ?? null,
    points: grade?.total ?? null,
    summary: grade?.summary ?? null,
    outreach: suppressed ? "none" : outreachOf(assessment),
    organisation: contact.organisation,
    name: contact.name ?? null,
    role: roleLabel(profile.role),
    email: contact.email,
    phone: contact.phone ?? null,
    industry: profile.industry,
    headcount: profile.headcount,
    infrastructurePeople: profile.infrastructurePeople,
    region: profile.region,
    readiness: scorecard.overall,
    level: scorecard.level,
    confirmed: isConfirmed(assessment),
    followUpsWanted: consent.followUps,
    status,
    lossReason: record.lossReason,
    owner: record.owner?.name ?? null,
    firstContact: record.firstContactAt,
    booked: record.bookedAt,
    page: source.page ?? null,
    source: source.utm_source ?? null,
    medium: source.utm_medium ?? null,
    campaign: source.utm_campaign ?? null,
    link: `${siteUrl}/console/leads/${id}`,
  };
}

type Column = keyof ExportedLead;

/** The columns of the CSV, in the order of a lead. */
export const exportColumns: readonly Column[] = [
  "id",
  "received",
  "grade",
  "points",
  "summary",
  "outreach",
  "organisation",
  "name",
  "role",
  "email",
  "phone",
  "industry",
  "headcount",
  "infrastructurePeople",
  "region",
  "readiness",
  "level",
  "confirmed",
  "followUpsWanted",
  "status",
  "lossReason",
  "owner",
  "firstContact",
  "booked",
  "page",
  "source",
  "medium",
  "campaign",
  "link",
];
