/** One lead as the dashboard counts it; no person is in it. */
import { z } from "zod";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { salesRecordOf } from "#functions/store/sales-record.ts";
import { leadStatuses } from "#shared/sales/lead-status.ts";

/** "none" for a lead whose address gets no mail. */
export const gradeGroups = ["A", "B", "C", "D", "none"] as const;
export type GradeGroup = (typeof gradeGroups)[number];

export const leadTallySchema = z.object({
  grade: z.enum(gradeGroups),
  status: z.enum(leadStatuses),
  /** As the submission names them; anybody may send any. */
  page: z.string(),
  campaign: z.string(),
  confirmed: z.boolean(),
  booked: z.boolean(),
  /** Minutes from the submission to the first contact by sales; null while there was none. */
  firstContact: z.number().nullable(),
});
export type LeadTally = z.infer<typeof leadTallySchema>;

/** Returns what the dashboard counts of a lead. */
export function leadTally(assessment: Assessment): LeadTally {
  const { source, status, createdAt, grade, actions } = assessment;
  const { firstContactAt, bookedAt } = salesRecordOf(assessment);
  const minutes = (until: string) => Math.round((Date.parse(until) - Date.parse(createdAt)) / 60_000);
  const met = actions.booking !== undefined || bookedAt !== null;
  return {
    grade: grade ?? "none",
    status,
    page: source.page ?? "",
    campaign: source.utm_campaign ?? "",
    confirmed: actions.confirmed !== undefined,
    booked: met || status === "booked" || status === "won",
    firstContact: firstContactAt === null ? null : minutes(firstContactAt),
  };
}
