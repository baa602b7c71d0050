import { CreateTableCommand, ResourceInUseException, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import type { Table } from "#functions/store/table.ts";
import { tableDefinition } from "#functions/store/table-definition.ts";

/** Creates the table where it is missing, for local runs and tests. */
export async function createTable(table: Table): Promise<void> {
  try {
    await table.client.send(new CreateTableCommand({ TableName: table.name, ...tableDefinition }));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists(
    { client: table.client, maxWaitTime: 20, minDelay: 1, maxDelay: 1 },
    { TableName: table.name },
  );
}
