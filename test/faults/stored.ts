/** The table of a run as it lies there, read without meeting a fault. */
import { GetCommand, QueryCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { type Assessment, assessmentSchema } from "#functions/store/assessment-item.ts";
import type { Table } from "#functions/store/table.ts";
import { dueIndex, dueShardName, dueShards } from "#functions/store/table-definition.ts";

export interface Stored {
  assessments: Map<string, Assessment>;
  /** Why each suppressed address is, by its hash, and whether the table will forget it. */
  suppressed: Map<string, { why: string; ends: boolean }>;
}

/** Returns everything stored. */
export async function readStored({ name, client }: Table): Promise<Stored> {
  const stored: Stored = { assessments: new Map(), suppressed: new Map() };
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey: start }));
    for (const item of page.Items ?? []) {
      const [kind, id = ""] = String(item.pk).split("#");
      if (kind === "ASSESSMENT") stored.assessments.set(id, assessmentSchema.parse(item));
      if (kind === "ADDRESS" && item.suppressed !== undefined)
        stored.suppressed.set(id, { why: item.suppressed.why, ends: item.expiresAt !== undefined });
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return stored;
}

/**
 * Returns when the next assessment is due, in milliseconds, or null when nothing is owed. What the index of the
 * stand-in still names after a power cut, and the item does not, is passed over.
 */
export async function nextDueTime({ name, client }: Table): Promise<number | null> {
  const times: number[] = [];
  for (let shard = 0; shard < dueShards; shard += 1) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: dueIndex,
        KeyConditionExpression: "dueShard = :shard",
        ExpressionAttributeValues: { ":shard": dueShardName(shard) },
      }),
    );
    for (const { pk, dueAt } of Items) {
      const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk } }));
      if (Item?.dueAt !== dueAt) continue;
      times.push(Date.parse(dueAt));
      break;
    }
  }
  return times.length === 0 ? null : Math.min(...times);
}
