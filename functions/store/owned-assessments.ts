/**
 * Which assessments belong to one mailbox, by the keyed hash of its address: so that "delete everything" finds them
 * all. Written before the assessment itself: an id of nothing is harmless, a forgotten one would stay behind.
 */
import { DeleteCommand, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

/** Keeps the item small whoever names the address; more than that in two years is a program. */
const mostOwned = 200;

const key = (addressHash: string) => ({ pk: `OWNER#${addressHash}` });

export const ownerSchema = z.object({
  /** Ids of the assessments sent with this address. */
  assessmentIds: z.set(z.uuid()).default(new Set<string>()),
  /** Seconds since 1970: as long as the newest of them. */
  expiresAt: z.int(),
});

/** Notes that an assessment was sent with this address; for a program's flood it returns false and notes nothing. */
export function noteOwned(table: Table, addressHash: string, id: string, expiresAt: number) {
  return madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(addressHash),
        UpdateExpression: "ADD assessmentIds :ids SET expiresAt = :end",
        ConditionExpression: "attribute_not_exists(assessmentIds) OR size(assessmentIds) < :most",
        ExpressionAttributeValues: { ":ids": new Set([id]), ":end": expiresAt, ":most": mostOwned },
      }),
    ),
  );
}

/** Returns the ids of the assessments sent with this address, in no particular order. */
export async function ownedAssessments(table: Table, addressHash: string): Promise<string[]> {
  const { Item } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(addressHash), ConsistentRead: true })),
  );
  return Item === undefined ? [] : [...ownerSchema.parse(Item).assessmentIds];
}

/**
 * Keeps a quarter for the pulse of one row of assessments; returns false when another row has it. Two pulses of one
 * team at a time would tell, by their difference, about whoever is in only one of them.
 */
export function reservePulse(
  table: Table,
  addressHash: string,
  { id, today, until }: { id: string; today: string; until: string },
): Promise<boolean> {
  return madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(addressHash),
        UpdateExpression: "SET pulseOf = :id, pulseUntil = :until",
        ConditionExpression:
          "attribute_exists(pk) AND (attribute_not_exists(pulseOf) OR pulseOf = :id OR pulseUntil < :today)",
        ExpressionAttributeValues: { ":id": id, ":until": until, ":today": today },
      }),
    ),
  );
}

/** Takes an assessment off the list, and the list away when it was the last. */
export async function disown(table: Table, addressHash: string, id: string): Promise<void> {
  await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(addressHash),
        UpdateExpression: "DELETE assessmentIds :ids",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeValues: { ":ids": new Set([id]) },
      }),
    ),
  );
  // An empty set is no attribute any more.
  await madeUnlessConditionFails(
    table.client.send(
      new DeleteCommand({
        TableName: table.name,
        Key: key(addressHash),
        ConditionExpression: "attribute_not_exists(assessmentIds)",
      }),
    ),
  );
}
