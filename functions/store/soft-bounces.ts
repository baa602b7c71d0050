/** Mails that an address could not take for now: a full mailbox, a server out of reach. */
import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import { addressItemKey, suppressAddress } from "#functions/store/suppressions.ts";
import type { Table } from "#functions/store/table.ts";

/** So many soft bounces within so many days suppress an address: SES has tried each for hours before it gave up. */
export const softBounceLimit = 3;
export const softBounceDays = 30;

const windowMs = softBounceDays * 86_400_000;
const itemSchema = z.object({ softBounces: z.set(z.string()).default(new Set()) });

export interface SoftBounce {
  /** What SES called the mail: told twice, it counts once. */
  messageId: string;
  at: Date;
}

function add({ name, client }: Table, addressHash: string, { messageId, at }: SoftBounce) {
  const bounce = new Set([`${at.toISOString()} ${messageId}`]);
  const write = (UpdateExpression: string, more: string, values: Record<string, unknown>) =>
    madeUnlessConditionFails(
      client.send(
        new UpdateCommand({
          TableName: name,
          Key: addressItemKey(addressHash),
          UpdateExpression,
          ConditionExpression: `attribute_not_exists(suppressed)${more}`,
          ExpressionAttributeValues: { ":bounce": bounce, ...values },
        }),
      ),
    );
  return {
    keepingLonger: () =>
      write(
        "ADD softBounces :bounce SET expiresAt = :end",
        " AND (attribute_not_exists(expiresAt) OR expiresAt < :end)",
        { ":end": Math.ceil((at.getTime() + windowMs) / 1000) },
      ),
    asItIs: () => write("ADD softBounces :bounce", "", {}),
  };
}

async function timesOf({ name, client }: Table, addressHash: string): Promise<number[]> {
  const { Item = {} } = await reaching(
    client.send(new GetCommand({ TableName: name, Key: addressItemKey(addressHash), ConsistentRead: true })),
  );
  return [...itemSchema.parse(Item).softBounces].map((bounce) => Date.parse(bounce.split(" ", 1)[0] ?? ""));
}

/** Counts a soft bounce of the address; too many of them suppress it. */
export async function noteSoftBounce(table: Table, addressHash: string, bounce: SoftBounce): Promise<void> {
  const { keepingLonger, asItIs } = add(table, addressHash, bounce);
  if (!((await keepingLonger()) || (await asItIs()))) return;
  const recent = (await timesOf(table, addressHash)).filter(
    (time) => Math.abs(time - bounce.at.getTime()) < windowMs,
  );
  if (recent.length >= softBounceLimit) await suppressAddress(table, addressHash, "soft-bounces", bounce.at);
}
