/** Which lead a proven mailbox belongs to: kept with the hashed address, for what comes back with an address only. */
import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

const key = (addressHash: string) => ({ pk: `ADDRESS#${addressHash}` });
const itemSchema = z.object({ leadId: z.uuid() });

/**
 * Notes the newest lead of a confirmed address, whose follow-ups are the only ones to go there from now on; nothing for
 * an address that is not confirmed: it could be anybody's.
 */
export async function noteConfirmedLead(table: Table, addressHash: string, leadId: string): Promise<void> {
  await madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(addressHash),
        UpdateExpression: "SET leadId = :lead, followUpsOf = :lead",
        ConditionExpression: "attribute_exists(confirmedAt)",
        ExpressionAttributeValues: { ":lead": leadId },
      }),
    ),
  );
}

/** Returns the newest lead of an address, or null for one that is not confirmed. */
export async function confirmedLeadOf(table: Table, addressHash: string): Promise<string | null> {
  const { Item } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(addressHash), ConsistentRead: true })),
  );
  const found = itemSchema.safeParse(Item);
  return found.success ? found.data.leadId : null;
}
