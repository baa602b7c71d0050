/** What the indexes of leads hold of an assessment: worked out anew at every write, so that no list lags behind. */

import { gradeOf, isConfirmed } from "#functions/lead-grade.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { hasFailed } from "#functions/store/failed-steps.ts";
import { type LeadStatus, type LeadTally, leadOf } from "#functions/store/lead-fields.ts";
import { isHeld } from "#functions/store/suspected-leads.ts";
import type { Industry } from "#shared/edition.ts";
import type { LeadGrade, LeadLetter } from "#shared/models/lead-grade.ts";

/** Sorts leads by their time; the id tells apart those of the same millisecond. */
export function leadAt({ createdAt, id }: Pick<Assessment, "createdAt" | "id">): string {
  return `${createdAt}#${id}`;
}

/** Suspected leads lie beside the others, so that a wave of them neither hides nor slows the list. */
export function monthKey(month: string, suspected: boolean): string {
  return `${suspected ? "SUSPECTS" : "LEADS"}#${month}`;
}

/** Everything the list is filtered by, but owner and trouble. */
export interface LeadGroup {
  status: LeadStatus;
  letter: LeadLetter;
  industry: Industry;
  owned: boolean;
}

export function groupKey({ status, letter, industry, owned }: LeadGroup): string {
  return `${status}#${letter}#${industry}#${owned ? "owned" : "free"}`;
}

/** The key of the list of leads with a failed step. */
export const failedList = "FAILED";

function tallyOf(assessment: Assessment, { grade, total }: LeadGrade): LeadTally {
  const { source, status, createdAt } = assessment;
  const { firstContactAt, bookedAt } = leadOf(assessment);
  const minutes = (until: string) => Math.round((Date.parse(until) - Date.parse(createdAt)) / 60_000);
  return {
    letter: grade,
    points: total,
    status,
    page: source.page ?? "",
    campaign: source.utm_campaign ?? "",
    confirmed: isConfirmed(assessment),
    booked: bookedAt !== null || status === "booked" || status === "won",
    firstContact: firstContactAt === null ? null : minutes(firstContactAt),
  };
}

/** Returns the attributes; an undefined one is to be removed. */
export function leadAttributes(assessment: Assessment) {
  const { createdAt, status, profile } = assessment;
  const { owner } = leadOf(assessment);
  const suspected = isHeld(assessment);
  const grade = gradeOf(assessment);
  const at = leadAt(assessment);
  const failed = hasFailed(assessment);
  const group = { status, letter: grade.grade, industry: profile.industry, owned: owner !== null };
  return {
    leadAt: at,
    leadMonth: monthKey(createdAt.slice(0, 7), suspected),
    leadGroup: suspected ? undefined : groupKey(group),
    leadOwner: suspected ? undefined : owner?.id,
    list: failed ? failedList : undefined,
    listedAt: failed ? at : undefined,
    tally: tallyOf(assessment, grade),
  };
}
