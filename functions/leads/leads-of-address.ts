import { addressKey } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { ownedAssessments } from "#functions/store/owned-assessments.ts";
import type { Table } from "#functions/store/table.ts";

/**
 * Returns the assessments that bear an address today, newest first: not those that ran out, and not those whose contact
 * was corrected to another.
 * @param address its keyed hash
 */
export async function leadsOfAddress(
  table: Table,
  addressSecret: string,
  address: string,
): Promise<Assessment[]> {
  const leads: Assessment[] = [];
  for (const id of await ownedAssessments(table, address)) {
    const found = await readAssessment(table, id);
    if (found !== null && addressKey(addressSecret, found.contact.email) === address) leads.push(found);
  }
  return leads.sort((one, other) => other.createdAt.localeCompare(one.createdAt));
}

/** Returns a lead with every other assessment of its mailbox, newest first after it. */
export async function leadsOfMailbox(
  { table, secrets }: { table: Table; secrets: { address: string } },
  lead: Assessment,
): Promise<Assessment[]> {
  const all = await leadsOfAddress(table, secrets.address, addressKey(secrets.address, lead.contact.email));
  return [lead, ...all.filter(({ id }) => id !== lead.id)];
}
