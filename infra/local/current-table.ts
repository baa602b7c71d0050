/** The table of a local run, with what a run of an earlier version left in another one. */
import { DeleteTableCommand, ListTablesCommand, waitUntilTableNotExists } from "@aws-sdk/client-dynamodb";
import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { addressKey } from "#functions/store/addresses.ts";
import { type Assessment, assessmentSchema } from "#functions/store/assessment-item.ts";
import { assessmentItem } from "#functions/store/assessments.ts";
import { createTable } from "#functions/store/create-table.ts";
import { noteOwned } from "#functions/store/owned-assessments.ts";
import { suppressedList } from "#functions/store/suppressions.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { localAws, localTableName } from "./local-aws.ts";

type Item = Record<string, unknown>;

function currentAssessment(item: Item, addressSecret: string): Item {
  const parsed = assessmentSchema.safeParse(item);
  // What cannot be read stays as it is: nothing accepted is ever lost.
  if (!parsed.success) return item;
  const { contact, addressHash = addressKey(addressSecret, contact.email) } = parsed.data;
  const assessment: Assessment = { ...parsed.data, addressHash };
  return assessmentItem(assessment);
}

function currentAddress(item: Item): Item {
  const { suppressed } = item;
  const at =
    suppressed !== null && typeof suppressed === "object" ? Reflect.get(suppressed, "at") : undefined;
  return typeof at === "string" ? { list: suppressedList, listedAt: at, ...item } : item;
}

/** Returns an item with everything the indexes of today hold of it. */
function asOfToday(item: Item, addressSecret: string): Item {
  const kind = String(item.pk).split("#", 1)[0];
  if (kind === "ASSESSMENT") return currentAssessment(item, addressSecret);
  return kind === "ADDRESS" ? currentAddress(item) : item;
}

async function moveItems(from: Table, to: Table, addressSecret: string): Promise<void> {
  let start: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await from.client.send(
      new ScanCommand({ TableName: from.name, ExclusiveStartKey: start }),
    );
    for (const item of Items) {
      const Item = asOfToday(item, addressSecret);
      const owned = assessmentSchema.safeParse(Item).data;
      if (owned?.addressHash !== undefined) await noteOwned(to, owned.addressHash, owned.id, owned.expiresAt);
      await to.client.send(new PutCommand({ TableName: to.name, Item }));
    }
    start = LastEvaluatedKey;
  } while (start !== undefined);
  await from.client.send(new DeleteTableCommand({ TableName: from.name }));
  await waitUntilTableNotExists(
    { client: from.client, maxWaitTime: 20, minDelay: 1, maxDelay: 1 },
    { TableName: from.name },
  );
}

/**
 * Opens the table, made where it is missing. What lies in a table of an earlier version is moved over;
 * cut off in between, the next start moves it again.
 */
export async function openCurrentTable(endpoint: string, addressSecret: string): Promise<Table> {
  const table = openTable(localTableName, { ...localAws, endpoint });
  const { TableNames = [] } = await table.client.send(new ListTablesCommand({}));
  await createTable(table);
  for (const name of TableNames.filter((one) => one !== localTableName))
    await moveItems({ client: table.client, name }, table, addressSecret);
  return table;
}
