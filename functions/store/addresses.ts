import { DeleteCommand, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { keyedHash } from "#functions/secrets.ts";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

/** Why an address gets no mail any more; "asked" us, and sales stopped it in the console. */
export const suppressionReasons = ["not-me", "bounce", "complaint", "asked"] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

export const addressSchema = z.object({
  confirmedAt: z.iso.datetime().optional(),
  suppressed: z.object({ why: z.enum(suppressionReasons), at: z.iso.datetime() }).optional(),
});
/** What is known of an address; the address itself is not in it. */
export type Address = z.infer<typeof addressSchema>;

/** Returns the mailbox behind an address: without plus tags, letter case and the dots gmail ignores. */
export function normalizedAddress(email: string): string {
  const [local = "", domain = ""] = email.trim().toLowerCase().split("@");
  const untagged = local.split("+")[0] || local;
  return domain === "gmail.com" || domain === "googlemail.com"
    ? `${untagged.replaceAll(".", "")}@gmail.com`
    : `${untagged}@${domain}`;
}

/** Returns the key of an address: the same for every spelling of the same mailbox, useless without the secret. */
export function addressKey(secret: string, email: string): string {
  return keyedHash(secret, normalizedAddress(email));
}

/** The key of the list of suppressed addresses. */
export const suppressedList = "SUPPRESSED";

const key = (addressHash: string) => ({ pk: `ADDRESS#${addressHash}` });

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
        UpdateExpression: "SET confirmedAt = if_not_exists(confirmedAt, :at), expiresAt = :end",
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
        UpdateExpression:
          "SET suppressed = if_not_exists(suppressed, :suppressed), #list = :list, listedAt = if_not_exists(listedAt, :at) REMOVE expiresAt",
        ExpressionAttributeNames: { "#list": "list" },
        ExpressionAttributeValues: {
          ":suppressed": { why, at: at.toISOString() },
          ":list": suppressedList,
          ":at": at.toISOString(),
        },
      }),
    ),
  );
}

/** Forgets everything about the address but a suppression. */
export async function forgetAddress(table: Table, addressHash: string) {
  const at = { TableName: table.name, Key: key(addressHash) };
  const deleted = await madeUnlessConditionFails(
    table.client.send(new DeleteCommand({ ...at, ConditionExpression: "attribute_not_exists(suppressed)" })),
  );
  if (deleted) return;
  const UpdateExpression =
    "REMOVE confirmedAt, requestedDay, requestedMails, confirmationDay, confirmationMails";
  await reaching(table.client.send(new UpdateCommand({ ...at, UpdateExpression })));
}

/** A kind of mail that is counted for itself. */
export type MailKind = "requested" | "confirmation";

export interface MailSlot {
  kind: MailKind;
  /** Names the mail, so that trying it again takes no second place. */
  mailId: string;
  /** Most mails of the kind in one UTC day. */
  limit: number;
  now: Date;
}

/** Returns whether this mail may go to the address today; true takes the place. */
export async function takeMailSlot(table: Table, addressHash: string, slot: MailSlot): Promise<boolean> {
  const names = { "#day": `${slot.kind}Day`, "#mails": `${slot.kind}Mails` };
  const today = slot.now.toISOString().slice(0, 10);
  const endOfUse = Math.floor(slot.now.getTime() / 1000) + 2 * 86_400;
  const write = (UpdateExpression: string, ConditionExpression: string, values: Record<string, unknown>) =>
    madeUnlessConditionFails(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key(addressHash),
          UpdateExpression,
          ConditionExpression,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ":today": today, ":mail": new Set([slot.mailId]), ...values },
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
      "SET #day = :today, #mails = :mail, expiresAt = if_not_exists(expiresAt, :end)",
      "attribute_not_exists(#day) OR #day <> :today",
      { ":end": endOfUse },
    );
  return (await another()) || (await firstToday()) || (await another());
}
