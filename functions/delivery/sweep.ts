import { dueAssessments } from "#functions/store/assessments.ts";
import type { Table } from "#functions/store/table.ts";

/**
 * Hands every assessment with a due step to `hand`, and returns how many there were.
 * What a lost message, a crash or a wait left behind comes back this way.
 */
export async function sweep(table: Table, now: Date, hand: (assessmentId: string) => Promise<void>) {
  const ids = await dueAssessments(table, now);
  for (const id of ids) await hand(id);
  return ids.length;
}
