import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { keyedHash } from "#functions/secrets.ts";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import { mailboxOf } from "#functions/store/mailbox.ts";
import type { Table } from "#functions/store/table.ts";

/** Why an address gets no mail any more. */
export type SuppressionReason = "not-me" | "bounce" | "complaint";

const addressSchema = z.object({
  confirmedAt: z.iso.datetime().optional(),
  suppressed: z.object({ why: z.enum(["not-me", "bounce", "complaint"]), at: z.iso.datetime() }).optional(),
});
/** What is known of an address; the address itself is not in it. */
export type Address = z.infer<typeof addressSchema>;

/** Returns the key of an address: the same for every spelling of the same mailbox, useless without the secret. */
export function addressKey(secret: string, email: string): string {
  return keyedHash(secret, mailboxOf(email));
}

const key = (addressHash: string) => ({ pk: `ADDRESS#${addressHash}` });

/** Today's number of mails is needed for a day at most; an hour more for a clock that runs late. */
const endOfUse = (now: Date) => Math.floor(now.getTime() / 1000) + 25 * 3_600;

/** Returns what is known; an address never seen is an empty record. */
export async function readAddress(table: Table, addressHash: string): Promise<Address> {
  const { Item = {} } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(addressHash), ConsistentRead: true })),
  );
  return addressSchema.parse(Item);
}

/** Notes that somebody who reads this mailbox pressed the button. */
export async function confirmAddress(table: Table, addressHash: string, at: Date, expiresAt: number) {
  // A suppressed address keeps no end: the suppression must outlive every lead.
  await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(addressHash),
        UpdateExpression:
          "SET confirmedAt = if_not_exists(confirmedAt, :at), confirmedUntil = :end, expiresAt = :end",
        ConditionExpression: "attribute_not_exists(suppressed)",
        ExpressionAttributeValues: { ":at": at.toISOString(), ":end": expiresAt },
      }),
    ),
  );
}

/** Stops every mail to the address, for good; the first reason stays. */
export async function suppressAddress(table: Table, addressHash: string, why: SuppressionReason, at: Date) {
  await reaching(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(addressHash),
        UpdateExpression: "SET suppressed = if_not_exists(suppressed, :suppressed) REMOVE expiresAt",
        ExpressionAttributeValues: { ":suppressed": { why, at: at.toISOString() } },
      }),
    ),
  );
}

/**
 * Forgets everything about the address but a suppression and how many mails it got today, which is gone in a day:
 * whoever sends the form could otherwise delete and send again, and have a stranger mailed each time.
 */
export async function forgetAddress(table: Table, addressHash: string, now: Date) {
  const at = { TableName: table.name, Key: key(addressHash) };
  const forgotten = await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        ...at,
        UpdateExpression: "SET expiresAt = :end REMOVE confirmedAt, confirmedUntil",
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(suppressed)",
        ExpressionAttributeValues: { ":end": endOfUse(now) },
      }),
    ),
  );
  if (forgotten) return;
  await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        ...at,
        UpdateExpression: "REMOVE confirmedAt, confirmedUntil, requestedDay, requestedMails",
        ConditionExpression: "attribute_exists(pk)",
      }),
    ),
  );
}

export interface MailSlot {
  /** Names the mail, so that trying it again takes no second place. */
  mailId: string;
  /** Most mails in one UTC day. */
  limit: number;
  now: Date;
}

/** Returns whether this mail may go to the address today; true takes the place. Never for a suppressed address. */
export async function takeMailSlot(table: Table, addressHash: string, slot: MailSlot): Promise<boolean> {
  const write = (UpdateExpression: string, condition: string, values: Record<string, unknown>) =>
    madeUnlessConditionFails(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key(addressHash),
          UpdateExpression,
          // Suppressed since it was read: an end would let the suppression expire.
          ConditionExpression: `attribute_not_exists(suppressed) AND (${condition})`,
          ExpressionAttributeValues: {
            ":today": slot.now.toISOString().slice(0, 10),
            ":mail": new Set([slot.mailId]),
            ...values,
          },
        }),
      ),
    );
  const another = () =>
    write(
      "ADD requestedMails :mail",
      "requestedDay = :today AND (contains(requestedMails, :id) OR size(requestedMails) < :limit)",
      { ":id": slot.mailId, ":limit": slot.limit },
    );
  const firstToday = () =>
    write(
      "SET requestedDay = :today, requestedMails = :mail, expiresAt = if_not_exists(confirmedUntil, :end)",
      "attribute_not_exists(requestedDay) OR requestedDay <> :today",
      { ":end": endOfUse(slot.now) },
    );
  return (await another()) || (await firstToday()) || (await another());
}
