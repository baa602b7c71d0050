import { addressKey } from "#functions/store/addresses.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { ownedAssessments } from "#functions/store/owned-assessments.ts";
import type { Table } from "#functions/store/table.ts";

/**
 * Returns the ids of the assessments that bear an address today: not those that ran out, and not those whose contact
 * was corrected to another.
 * @param address its keyed hash
 */
export async function leadsOfAddress(
  table: Table,
  addressSecret: string,
  address: string,
): Promise<string[]> {
  const ids: string[] = [];
  for (const id of await ownedAssessments(table, address)) {
    const found = await readAssessment(table, id);
    if (found !== null && addressKey(addressSecret, found.contact.email) === address) ids.push(id);
  }
  return ids;
}
