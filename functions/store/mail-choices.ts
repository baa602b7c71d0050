/**
 * Which follow-ups the reader of a mailbox wants, kept by the keyed hash of the address. An item of its own: it belongs
 * to no lead, and who wants none is remembered when everything else about them is gone.
 */
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";
import { type MailChoice, mailChoices } from "#shared/follow-ups/mail-choice.ts";

const key = (addressHash: string) => ({ pk: `CHOICE#${addressHash}` });
const itemSchema = z.object({ choice: z.enum(mailChoices), at: z.iso.datetime() });

/** Returns what was chosen; "all" where nothing was. */
export async function readMailChoice(table: Table, addressHash: string): Promise<MailChoice> {
  const { Item } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(addressHash), ConsistentRead: true })),
  );
  return Item === undefined ? "all" : itemSchema.parse(Item).choice;
}

/**
 * Writes down a choice, in force from the next mail on. Whoever wants none is remembered for good; fewer mails are
 * forgotten with the lead, as nothing is left to choose from; all of them need no item.
 * @param expiresAt in seconds since 1970
 */
export async function chooseMails(
  table: Table,
  addressHash: string,
  { choice, at, expiresAt }: { choice: MailChoice; at: Date; expiresAt: number },
): Promise<void> {
  const TableName = table.name;
  if (choice === "all") {
    await reaching(table.client.send(new DeleteCommand({ TableName, Key: key(addressHash) })));
    return;
  }
  const item = { ...key(addressHash), choice, at: at.toISOString() };
  const Item = choice === "none" ? item : { ...item, expiresAt };
  await reaching(table.client.send(new PutCommand({ TableName, Item })));
}

/** Forgets a choice when its reader is forgotten; that they want none stays. */
export async function forgetMailChoice(table: Table, addressHash: string): Promise<void> {
  await madeUnlessConditionFails(
    table.client.send(
      new DeleteCommand({
        TableName: table.name,
        Key: key(addressHash),
        ConditionExpression: "attribute_exists(pk) AND choice <> :none",
        ExpressionAttributeValues: { ":none": "none" },
      }),
    ),
  );
}
