import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { keyedHash } from "#functions/secrets.ts";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import { mailboxOf } from "#functions/store/mailbox.ts";
import { addressItemKey, suppressionFields } from "#functions/store/suppressions.ts";
import type { Table } from "#functions/store/table.ts";

export const addressSchema = z.object({
  confirmedAt: z.iso.datetime().optional(),
  ...suppressionFields,
  /** The assessment whose follow-ups go to this address: the newest one. */
  followUpsOf: z.string().optional(),
});
/** What is known of an address; the address itself is not in it. */
export type Address = z.infer<typeof addressSchema>;

/** Returns the key of an address: the same for every spelling of the same mailbox, useless without the secret. */
export function addressKey(secret: string, email: string): string {
  return keyedHash(secret, mailboxOf(email));
}

const key = addressItemKey;

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

const forgottenFields = [
  "confirmedAt",
  "confirmedUntil",
  "leadId",
  "softBounces",
  "followUpsOf",
  "followUpDay",
  "followUpMails",
].join(", ");

const countedSchema = z.object({ requestedMails: z.set(z.string()).optional() });

/** As many names as before, which say how many mails and no longer which. */
async function namelessMails(table: Table, addressHash: string): Promise<Set<string> | null> {
  const { Item = {} } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(addressHash), ConsistentRead: true })),
  );
  const { requestedMails } = countedSchema.parse(Item);
  return requestedMails === undefined
    ? null
    : new Set([...requestedMails].map((_, number) => `erased-${number}`));
}

/**
 * Forgets everything about the address but a suppression and how many mails it got today, which is gone in a day:
 * whoever sends the form could otherwise delete and send again, and have a stranger mailed each time.
 */
export async function forgetAddress(table: Table, addressHash: string, now: Date) {
  const at = { TableName: table.name, Key: key(addressHash) };
  const mails = await namelessMails(table, addressHash);
  const forgotten = await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        ...at,
        UpdateExpression: `SET expiresAt = :end${mails === null ? "" : ", requestedMails = :mails"} REMOVE ${forgottenFields}`,
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(suppressed)",
        ExpressionAttributeValues: {
          ":end": endOfUse(now),
          ...(mails === null ? {} : { ":mails": mails }),
        },
      }),
    ),
  );
  if (forgotten) return;
  await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        ...at,
        UpdateExpression: `REMOVE ${forgottenFields}, requestedDay, requestedMails`,
        ConditionExpression: "attribute_exists(pk)",
      }),
    ),
  );
}

/** Forgets one lead of an address that has others: nothing about the address names it any more. */
export async function forgetLead(table: Table, addressHash: string, leadId: string): Promise<void> {
  const write = (name: string, UpdateExpression: string, values: Record<string, string> = {}) =>
    madeUnlessConditionFails(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key(addressHash),
          UpdateExpression,
          ConditionExpression: `${name} = :lead`,
          ExpressionAttributeValues: { ":lead": leadId, ...values },
        }),
      ),
    );
  await write("leadId", "REMOVE leadId");
  // Not taken away: what it had superseded must not start again.
  await write("followUpsOf", "SET followUpsOf = :erased", { ":erased": "erased" });
}

/** A kind of mail that is counted for itself. */
export type MailKind = "requested" | "followUp";

export interface MailSlot {
  kind: MailKind;
  /** Names the mail, so that trying it again takes no second place. */
  mailId: string;
  /** Most mails of the kind on one day. */
  limit: number;
  /** The day it counts for, as YYYY-MM-DD; the UTC day where left out. */
  date?: string;
  now: Date;
}

/** Returns whether this mail may go to the address today; true takes the place. Never for a suppressed address. */
export async function takeMailSlot(table: Table, addressHash: string, slot: MailSlot): Promise<boolean> {
  const names = { "#day": `${slot.kind}Day`, "#mails": `${slot.kind}Mails` };
  const write = (UpdateExpression: string, condition: string, values: Record<string, unknown>) =>
    madeUnlessConditionFails(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key(addressHash),
          UpdateExpression,
          // Suppressed since it was read: an end would let the suppression expire.
          ConditionExpression: `attribute_not_exists(suppressed) AND (${condition})`,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: {
            ":today": slot.date ?? slot.now.toISOString().slice(0, 10),
            ":mail": new Set([slot.mailId]),
            ...values,
          },
        }),
      ),
    );
  const another = () =>
    write("ADD #mails :mail", "#day = :today AND (contains(#mails, :id) OR size(#mails) < :limit)", {
      ":id": slot.mailId,
      ":limit": slot.limit,
    });
  const firstToday = () =>
    write(
      "SET #day = :today, #mails = :mail, expiresAt = if_not_exists(confirmedUntil, :end)",
      // A clock that runs late must not begin the day before once more.
      "attribute_not_exists(#day) OR #day < :today",
      { ":end": endOfUse(slot.now) },
    );
  return (await another()) || (await firstToday()) || (await another());
}
