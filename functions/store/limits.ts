import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { madeUnlessConditionFails } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/**
 * Returns null when one more is allowed in this clock hour or UTC day, counting it; otherwise the seconds to wait.
 * @param name what is limited, without anything that tells who it is
 */
export async function countAgainstLimit(
  table: Table,
  name: string,
  limit: number,
  now: Date,
  windowMs = hourMs,
): Promise<number | null> {
  const start = Math.floor(now.getTime() / windowMs) * windowMs;
  const end = start + windowMs;
  const counted = await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: `LIMIT#${name}#${new Date(start).toISOString().slice(0, 13)}` },
        UpdateExpression: "ADD uses :one SET expiresAt = :end",
        ConditionExpression: "attribute_not_exists(uses) OR uses < :limit",
        ExpressionAttributeValues: { ":one": 1, ":limit": limit, ":end": end / 1000 + 60 },
      }),
    ),
  );
  return counted ? null : Math.ceil((end - now.getTime()) / 1000);
}
