import { createHash } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { madeUnlessConditionFails } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

/** Names the submission to itself alone: erased, it leaves no id behind. */
const fingerprint = (submissionId: string) => createHash("sha256").update(submissionId).digest("base64url");

/**
 * Returns false when the challenge was solved for another submission already.
 * The same submission may use it again: its first try may have been cut off after this write.
 */
export function spendChallenge(
  table: Table,
  challengeId: string,
  submissionId: string,
  expiresAt: number,
): Promise<boolean> {
  const usedBy = fingerprint(submissionId);
  return madeUnlessConditionFails(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { pk: `CHALLENGE#${challengeId}`, usedBy, expiresAt },
        ConditionExpression: "attribute_not_exists(pk) OR usedBy = :id",
        ExpressionAttributeValues: { ":id": usedBy },
      }),
    ),
  );
}
