/** What the indexes of leads hold of an assessment: worked out anew at every write, so that no list lags behind. */
import type { Assessment } from "#functions/store/assessment-item.ts";
import { hasFailed } from "#functions/store/failed-steps.ts";
import { isHeld } from "#functions/store/held-steps.ts";
import { type GradeGroup, leadTally } from "#functions/store/lead-tally.ts";
import { salesRecordOf } from "#functions/store/sales-record.ts";
import type { Industry } from "#shared/edition.ts";
import type { LeadStatus } from "#shared/sales/lead-status.ts";

/** Sorts leads by their time; the id tells apart those of the same millisecond. */
export function leadAt({ createdAt, id }: Pick<Assessment, "createdAt" | "id">): string {
  return `${createdAt}#${id}`;
}

/** Held leads lie beside the others, so that a wave of them neither hides nor slows the list. */
export function monthKey(month: string, held = false): string {
  return `${held ? "HELD" : "LEADS"}#${month}`;
}

/** Everything the list is filtered by, but owner and trouble. */
export interface LeadGroup {
  status: LeadStatus;
  grade: GradeGroup;
  industry: Industry;
  owned: boolean;
}

export function groupKey({ status, grade, industry, owned }: LeadGroup): string {
  return `${status}#${grade}#${industry}#${owned ? "owned" : "free"}`;
}

/** The key of the list of leads with a failed step. */
export const failedList = "FAILED";

/** Returns the attributes; an undefined one is to be removed. */
export function leadAttributes(assessment: Assessment) {
  const { createdAt, status, profile, grade } = assessment;
  const { owner } = salesRecordOf(assessment);
  const waits = isHeld(assessment);
  const at = leadAt(assessment);
  const failed = hasFailed(assessment);
  const group = {
    status,
    grade: grade ?? "none",
    industry: profile.industry,
    owned: owner !== null,
  } as const;
  return {
    leadAt: at,
    leadMonth: monthKey(createdAt.slice(0, 7), waits),
    leadGroup: waits ? undefined : groupKey(group),
    leadOwner: waits ? undefined : owner?.id,
    list: failed ? failedList : undefined,
    listedAt: failed ? at : undefined,
    tally: leadTally(assessment),
  };
}
