import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

const sessionSchema = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  role: z.enum(["sales", "admin"]),
  signedInAt: z.iso.datetime(),
  /** Last use, to a few minutes. */
  seenAt: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;

const key = (sessionHash: string) => ({ pk: `SESSION#${sessionHash}` });

/** Keeps a session. @param expiresAt seconds since 1970; the table forgets it some time after */
export async function keepSession(table: Table, sessionHash: string, session: Session, expiresAt: number) {
  await reaching(
    table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...key(sessionHash), ...session, expiresAt } }),
    ),
  );
}

/** Returns the session, or null when there is none (any more); whether it is too old is for the caller to say. */
export async function readSession(table: Table, sessionHash: string): Promise<Session | null> {
  const { Item } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(sessionHash), ConsistentRead: true })),
  );
  return Item === undefined ? null : sessionSchema.parse(Item);
}

/** Notes that a session is in use; one that was ended stays ended. */
export async function noteSessionUse(table: Table, sessionHash: string, at: Date, expiresAt: number) {
  await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(sessionHash),
        UpdateExpression: "SET seenAt = :at, expiresAt = :end",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeValues: { ":at": at.toISOString(), ":end": expiresAt },
      }),
    ),
  );
}

/** Ends a session everywhere. */
export async function endSession(table: Table, sessionHash: string) {
  await reaching(table.client.send(new DeleteCommand({ TableName: table.name, Key: key(sessionHash) })));
}
