/** Every item of the table as it lies there, for tests that look for what must not be in it. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "#functions/store/table.ts";

export type RawItem = Readonly<Record<string, unknown>>;

/** Returns all items, in no order. */
export async function wholeTable(table: Table): Promise<RawItem[]> {
  const items: RawItem[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ExclusiveStartKey }),
    );
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
}

/** Returns an item as text, sets and bytes included, to be searched. */
export function textOf(item: RawItem): string {
  return JSON.stringify(item, (_, value: unknown) => {
    if (value instanceof Set) return [...value].map((one) => (one instanceof Uint8Array ? hex(one) : one));
    return value instanceof Uint8Array ? hex(value) : value;
  });
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Returns the items that hold a text, in whatever case. */
export function itemsWith(items: readonly RawItem[], text: string): RawItem[] {
  return items.filter((item) => textOf(item).toLowerCase().includes(text.toLowerCase()));
}
