import type { Assessment } from "#functions/store/assessment-item.ts";
import { findByMailbox } from "#functions/store/lead-search.ts";
import type { Table } from "#functions/store/table.ts";

/** Returns a lead with every other assessment of its mailbox, newest first after it. */
export async function leadsOfMailbox(table: Table, lead: Assessment): Promise<Assessment[]> {
  if (lead.addressHash === undefined) return [lead];
  const { rows } = await findByMailbox(table, lead.addressHash);
  const others = rows.map(({ assessment }) => assessment).filter(({ id }) => id !== lead.id);
  return [lead, ...others];
}
