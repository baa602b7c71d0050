/** A stored lead as sales sees it, and what the grade makes of it. */
import type { Answers, Edition, Region } from "#shared/edition.ts";
import { type Lead, type LeadAction, reachOf } from "#shared/models/lead.ts";
import { gradeLead, type LeadGrade } from "#shared/models/lead-grade.ts";
import { leadNeed } from "#shared/models/lead-need.ts";
import { type Profile, roleGroup } from "#shared/profile.ts";
import type { Earlier } from "#shared/progress/earlier.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";
import type { Consent, Contact } from "#shared/submission.ts";

export interface LeadRecord {
  edition: Edition;
  answers: Answers;
  profile: Profile;
  contact: Contact;
  consent: Pick<Consent, "followUps" | "reportOnly">;
  scorecard: Scorecard;
  /** What they measured before, and its edition; left out for a first assessment. */
  earlier?: { measurement: Earlier; edition: Edition } | undefined;
  /** What they did themselves, the consent of the form apart. */
  actions: readonly LeadAction[];
}

/** The regions an operator serves, as in funnel.config.ts. */
export interface ServedRegions {
  regionsServed: readonly Region[];
  regionsReachable: readonly Region[];
}

function leadOf(record: LeadRecord, regions: ServedRegions): Lead {
  const { edition, answers, profile, contact, consent, actions } = record;
  return {
    industry: profile.industry,
    headcount: profile.headcount,
    infrastructurePeople: profile.infrastructurePeople,
    role: roleGroup(profile.role),
    reach: reachOf(profile.region, regions),
    need: leadNeed(edition, answers, profile),
    actions: consent.followUps ? [...actions, "consent"] : actions,
    reportOnly: consent.reportOnly,
    phone: Boolean(contact.phone),
  };
}

/** Returns the grade of a lead by model C. A suppressed or erased lead has none: never ask for it. */
export function gradeOf(record: LeadRecord, regions: ServedRegions): LeadGrade {
  return gradeLead(leadOf(record, regions));
}
