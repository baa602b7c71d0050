import { createHash } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { madeUnlessConditionFails } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

/** Names the submission to itself alone: erased, it leaves no id behind. */
const fingerprint = (submissionId: string) => createHash("sha256").update(submissionId).digest("base64url");

/**
 * Returns "taken" when the challenge was solved for another submission already.
 * The same submission may use it again: its first try may have been cut off after this write.
 */
export async function spendChallenge(
  table: Table,
  challengeId: string,
  submissionId: string,
  expiresAt: number,
): Promise<"first" | "again" | "taken"> {
  const usedBy = fingerprint(submissionId);
  let before: unknown;
  const spent = await madeUnlessConditionFails(
    table.client
      .send(
        new PutCommand({
          TableName: table.name,
          Item: { pk: `CHALLENGE#${challengeId}`, usedBy, expiresAt },
          ConditionExpression: "attribute_not_exists(pk) OR usedBy = :id",
          ExpressionAttributeValues: { ":id": usedBy },
          ReturnValues: "ALL_OLD",
        }),
      )
      .then(({ Attributes }) => {
        before = Attributes;
      }),
  );
  if (!spent) return "taken";
  return before === undefined ? "first" : "again";
}
