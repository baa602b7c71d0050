import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

/** Lets mail go to an address again, at the wish of whoever it belongs to. */
export async function liftAddressSuppression(table: Table, addressHash: string, expiresAt: number) {
  await reaching(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: `ADDRESS#${addressHash}` },
        UpdateExpression: "SET expiresAt = :end REMOVE suppressed, #list, listedAt",
        ExpressionAttributeNames: { "#list": "list" },
        ExpressionAttributeValues: { ":end": expiresAt },
      }),
    ),
  );
}
