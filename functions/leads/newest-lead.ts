/** Which assessment of a proven mailbox is its newest: whose follow-ups go there, and whose a booking without a name is. */
import type { Address } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { noteConfirmedLead } from "#functions/store/confirmed-lead.ts";
import { isHeld } from "#functions/store/held-steps.ts";
import type { Table } from "#functions/store/table.ts";

/**
 * Notes a stored assessment as the newest of its address, where it is: not one that waits for somebody to look, not one
 * older than what is noted, and none where the newest was erased.
 * @param address as read for the mailbox of the assessment
 * @throws TableUnavailable
 */
export async function noteIfNewest(
  table: Table,
  assessment: Assessment,
  { confirmedAt, followUpsOf }: Address,
): Promise<void> {
  const { id, createdAt, addressHash } = assessment;
  if (addressHash === undefined || confirmedAt === undefined || followUpsOf === id || isHeld(assessment))
    return;
  const noted = followUpsOf === undefined ? null : await readAssessment(table, followUpsOf);
  if (followUpsOf === undefined || (noted !== null && noted.createdAt < createdAt))
    await noteConfirmedLead(table, addressHash, id);
}
