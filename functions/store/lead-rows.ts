import { type Address, addressSchema } from "#functions/store/addresses.ts";
import { type Assessment, assessmentSchema } from "#functions/store/assessment-item.ts";
import { readItems } from "#functions/store/read-items.ts";
import type { Table } from "#functions/store/table.ts";

export interface LeadRow {
  assessment: Assessment;
  /** What is known of its address; an empty record for one never mailed. */
  address: Address;
}

/** Returns the leads behind these ids with their addresses, in the same order; one deleted meanwhile is left out. */
export async function readLeadRows(table: Table, ids: readonly string[]): Promise<LeadRow[]> {
  const items = await readItems(
    table,
    ids.map((id) => `ASSESSMENT#${id}`),
  );
  const assessments = new Map(
    items.map((item) => assessmentSchema.parse(item)).map((assessment) => [assessment.id, assessment]),
  );
  const found = ids.flatMap((id) => assessments.get(id) ?? []);
  const hashes = found.flatMap(({ addressHash }) => addressHash ?? []);
  const known = await readItems(
    table,
    hashes.map((hash) => `ADDRESS#${hash}`),
  );
  const addresses = new Map(known.map((item) => [item.pk, addressSchema.parse(item)]));
  return found.map((assessment) => ({
    assessment,
    address: addresses.get(`ADDRESS#${assessment.addressHash}`) ?? {},
  }));
}
