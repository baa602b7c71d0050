import { QueryCommand, type QueryCommandOutput } from "@aws-sdk/lib-dynamodb";
import { assessmentIdOf } from "#functions/store/assessments.ts";
import { reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";
import { dueIndex, dueShardName, dueShards } from "#functions/store/table-definition.ts";

interface Due {
  id: string;
  dueAt: string;
}

interface Page {
  due: Due[];
  /** Where the shard goes on; undefined at its end. */
  next: QueryCommandOutput["LastEvaluatedKey"];
}

async function readPage(table: Table, shard: number, until: string, limit: number, start: Page["next"]) {
  const { Items = [], LastEvaluatedKey } = await reaching(
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: dueIndex,
        KeyConditionExpression: "dueShard = :shard AND dueAt <= :until",
        ExpressionAttributeValues: { ":shard": dueShardName(shard), ":until": until },
        Limit: limit,
        ExclusiveStartKey: start,
      }),
    ),
  );
  const due = Items.map(({ pk, dueAt }) => ({ id: assessmentIdOf(String(pk)), dueAt: String(dueAt) }));
  return { due, next: LastEvaluatedKey };
}

/**
 * Yields the ids of assessments with something to do by `now`, reading on as long as they are taken:
 * a page of every shard, longest due first, then the next page of each. So none waits for all of another shard,
 * and one that stays due does not keep those behind it from their turn.
 * @throws TableUnavailable
 */
export async function* dueAssessments(table: Table, now: Date, pageSize = 25): AsyncGenerator<string> {
  const until = now.toISOString();
  let open: { shard: number; start: Page["next"] }[] = Array.from({ length: dueShards }, (_, shard) => ({
    shard,
    start: undefined,
  }));
  while (open.length > 0) {
    const pages = await Promise.all(
      open.map(async ({ shard, start }) => ({
        shard,
        ...(await readPage(table, shard, until, pageSize, start)),
      })),
    );
    const due = pages.flatMap((page) => page.due).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    for (const { id } of due) yield id;
    open = pages.flatMap(({ shard, next }) => (next === undefined ? [] : [{ shard, start: next }]));
  }
}
