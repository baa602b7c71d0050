/** What was done in the console that no lead can tell: exports, erasures, suppressions. Ids and counts only. */
import { randomUUID } from "node:crypto";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { reaching } from "#functions/store/failures.ts";
import { readItems } from "#functions/store/read-items.ts";
import type { Table } from "#functions/store/table.ts";
import { listsIndex } from "#functions/store/table-definition.ts";

export const recordKinds = [
  "exported",
  "copied",
  "erased",
  "told again",
  "suppressed",
  "suppression lifted",
  "signed out",
] as const;

const recordSchema = z.object({
  at: z.iso.datetime(),
  by: z.object({ id: z.string(), name: z.string() }),
  what: z.enum(recordKinds),
  /** Such as "CSV, 120 leads, status=new"; never a name, an address or an answer of a prospect. */
  detail: z.string().max(300),
});
export type ConsoleRecord = z.infer<typeof recordSchema>;

const recordsList = "RECORDS";
const keptSeconds = 3 * 366 * 86_400;

/** Writes an entry; it is kept for three years. */
export async function keepRecord(table: Table, record: ConsoleRecord): Promise<void> {
  const Item = {
    pk: `RECORD#${record.at}#${randomUUID()}`,
    ...record,
    list: recordsList,
    listedAt: `${record.at}#${randomUUID()}`,
    expiresAt: Math.floor(Date.parse(record.at) / 1000) + keptSeconds,
  };
  await reaching(table.client.send(new PutCommand({ TableName: table.name, Item })));
}

/** Returns the newest entries, newest first. */
export async function readRecords(table: Table, limit: number): Promise<ConsoleRecord[]> {
  const { Items = [] } = await reaching(
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: listsIndex,
        KeyConditionExpression: "#list = :records",
        ExpressionAttributeNames: { "#list": "list" },
        ExpressionAttributeValues: { ":records": recordsList },
        ScanIndexForward: false,
        Limit: limit,
      }),
    ),
  );
  const items = await readItems(
    table,
    Items.map(({ pk }) => String(pk)),
  );
  return items.map((item) => recordSchema.parse(item)).sort((one, other) => (one.at < other.at ? 1 : -1));
}
