import { ScanCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "#functions/store/table.ts";

/**
 * Writes every owed assessment into the index of due ones again, and returns how many there are. DynamoDB keeps an
 * index by itself; its stand-in writes item and index one after the other, and a power cut may come in between.
 */
export async function mendDueIndex({ name, client }: Table): Promise<number> {
  const owed = "attribute_exists(dueShard)";
  let mended = 0;
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: name,
        FilterExpression: owed,
        ProjectionExpression: "pk",
        ExclusiveStartKey: start,
      }),
    );
    for (const { pk } of Items)
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { pk },
          UpdateExpression: "SET dueShard = dueShard",
          ConditionExpression: owed,
        }),
      );
    mended += Items.length;
    start = LastEvaluatedKey;
  } while (start !== undefined);
  return mended;
}
