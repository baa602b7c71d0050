import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { addressSchema } from "#functions/store/addresses.ts";
import { reaching } from "#functions/store/failures.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import { findByMailbox } from "#functions/store/lead-search.ts";
import { readItems } from "#functions/store/read-items.ts";
import { type Suppression, suppressedList } from "#functions/store/suppressions.ts";
import type { Table } from "#functions/store/table.ts";
import { listsIndex } from "#functions/store/table-definition.ts";

export interface SuppressedAddress {
  addressHash: string;
  suppressed: Suppression;
  /** Only the hash of the address is known: its leads tell whose it is. None may be left. */
  leads: LeadRow[];
}

const prefix = "ADDRESS#";

/** Returns the addresses suppressed last, newest first. */
export async function suppressedAddresses(table: Table, limit: number): Promise<SuppressedAddress[]> {
  const { Items = [] } = await reaching(
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: listsIndex,
        KeyConditionExpression: "#list = :suppressed",
        ExpressionAttributeNames: { "#list": "list" },
        ExpressionAttributeValues: { ":suppressed": suppressedList },
        ScanIndexForward: false,
        Limit: limit,
      }),
    ),
  );
  const keys = Items.map(({ pk }) => String(pk));
  const items = new Map((await readItems(table, keys)).map((item) => [item.pk, addressSchema.parse(item)]));
  const found = await Promise.all(
    keys.map(async (pk) => {
      const suppressed = items.get(pk)?.suppressed;
      if (suppressed === undefined) return [];
      const addressHash = pk.slice(prefix.length);
      return [{ addressHash, suppressed, leads: (await findByMailbox(table, addressHash)).rows }];
    }),
  );
  return found.flat();
}
