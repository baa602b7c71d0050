import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";
import { dueIndex, dueShardName, dueShards } from "#functions/store/table-definition.ts";

/** Returns for how many seconds the step that waits longest has been due at `now`; 0 when none is. */
export async function oldestDueSeconds(table: Table, now: Date): Promise<number> {
  const shards = Array.from({ length: dueShards }, async (_, shard) => {
    const { Items = [] } = await reaching(
      table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: dueIndex,
          KeyConditionExpression: "dueShard = :shard AND dueAt <= :now",
          ExpressionAttributeValues: { ":shard": dueShardName(shard), ":now": now.toISOString() },
          Limit: 1,
        }),
      ),
    );
    return Items.map(({ dueAt }) => Date.parse(String(dueAt)));
  });
  const oldest = Math.min(now.getTime(), ...(await Promise.all(shards)).flat());
  return Math.round((now.getTime() - oldest) / 1000);
}
