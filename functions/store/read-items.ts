import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import { reaching, TableUnavailable } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

/** DynamoDB answers for at most so many keys at once. */
const mostKeys = 100;
/** Answers in a row that may leave everything for later, as a throttled table does. */
const patience = 5;

/**
 * Returns the items that exist, in no order.
 * @throws TableUnavailable when the table keeps putting them off
 */
export async function readItems(table: Table, keys: readonly string[]): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let wanted = [...new Set(keys)];
  let putOff = 0;
  while (wanted.length > 0) {
    if (putOff >= patience) throw new TableUnavailable("The table put off every key.");
    const { Responses, UnprocessedKeys } = await reaching(
      table.client.send(
        new BatchGetCommand({
          RequestItems: { [table.name]: { Keys: wanted.slice(0, mostKeys).map((pk) => ({ pk })) } },
        }),
      ),
    );
    items.push(...(Responses?.[table.name] ?? []));
    const left = UnprocessedKeys?.[table.name]?.Keys?.map(({ pk }) => String(pk)) ?? [];
    putOff = left.length === Math.min(wanted.length, mostKeys) ? putOff + 1 : 0;
    wanted = [...left, ...wanted.slice(mostKeys)];
  }
  return items;
}
