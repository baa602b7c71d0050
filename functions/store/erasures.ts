/** That a lead was erased: its id and when, so that sales does not take it for lost. Nothing else of it is kept. */
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

const key = (id: string) => ({ pk: `ERASED#${id}` });
const keptSeconds = 90 * 86_400;

export const erasureSchema = z.object({
  id: z.uuid(),
  erasedAt: z.iso.datetime(),
  /** Seconds since 1970; the table deletes the item after it. */
  expiresAt: z.int(),
});
export type Erasure = z.infer<typeof erasureSchema>;

/** Notes an erasure; noted twice, the later time stands. */
export async function noteErasure(table: Table, id: string, at: Date): Promise<void> {
  const erasedAt = at.toISOString();
  const erasure: Erasure = {
    id,
    erasedAt,
    expiresAt: Math.floor(at.getTime() / 1000) + keptSeconds,
  };
  await reaching(
    table.client.send(new PutCommand({ TableName: table.name, Item: { ...key(id), ...erasure } })),
  );
}

/** Returns when a lead was erased, or null for one that was not, or longer than 90 days ago. */
export async function readErasure(table: Table, id: string): Promise<Erasure | null> {
  const { Item } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(id), ConsistentRead: true })),
  );
  return Item === undefined ? null : erasureSchema.parse(Item);
}
