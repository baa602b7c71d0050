/** What the indexes of leads hold of an assessment: worked out anew at every write, so that no list lags behind. */

import { z } from "zod";
import { gradeOf, isConfirmed } from "#functions/lead-grade.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { type LeadStatus, leadOf } from "#functions/store/lead-fields.ts";
import type { Industry } from "#shared/edition.ts";
import type { LeadLetter } from "#shared/models/lead-grade.ts";

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

export const tallySchema = z.object({
  letter: z.enum(["A", "B", "C", "D"]),
  status: z.string(),
  page: z.string(),
  campaign: z.string(),
  confirmed: z.boolean(),
  booked: z.boolean(),
  /** Minutes from the submission to the first contact by sales; null while there was none. */
  firstContact: z.number().nullable(),
});
/** What the dashboard counts of one lead; no person in it. */
export type LeadTally = z.infer<typeof tallySchema>;

function tallyOf(assessment: Assessment, letter: LeadLetter): LeadTally {
  const { source, status, createdAt } = assessment;
  const { firstContactAt, bookedAt } = leadOf(assessment);
  const minutes = (until: string) => Math.round((Date.parse(until) - Date.parse(createdAt)) / 60_000);
  return {
    letter,
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
  const { createdAt, status, profile, steps } = assessment;
  const { owner } = leadOf(assessment);
  const suspected = Boolean(assessment.suspected);
  const letter = gradeOf(assessment).grade;
  const at = leadAt(assessment);
  const failed = steps.some(({ state }) => state === "failed");
  const group = { status, letter, industry: profile.industry, owned: owner !== null };
  return {
    leadAt: at,
    leadMonth: monthKey(createdAt.slice(0, 7), suspected),
    leadGroup: suspected ? undefined : groupKey(group),
    leadOwner: suspected ? undefined : owner?.id,
    list: failed ? failedList : undefined,
    listedAt: failed ? at : undefined,
    tally: tallyOf(assessment, letter),
  };
}
