import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { madeUnlessConditionFails } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

const hour = 3_600_000;

/** Returns null when one more is allowed in this clock hour, counting it; otherwise the seconds to wait. */
export async function countAgainstLimit(
  table: Table,
  sourceHash: string,
  limit: number,
  now: Date,
): Promise<number | null> {
  const start = Math.floor(now.getTime() / hour) * hour;
  const end = start + hour;
  const counted = await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: `LIMIT#${sourceHash}#${new Date(start).toISOString().slice(0, 13)}` },
        UpdateExpression: "ADD uses :one SET expiresAt = :end",
        ConditionExpression: "attribute_not_exists(uses) OR uses < :limit",
        ExpressionAttributeValues: { ":one": 1, ":limit": limit, ":end": end / 1000 + 60 },
      }),
    ),
  );
  return counted ? null : Math.ceil((end - now.getTime()) / 1000);
}
