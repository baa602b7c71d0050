import { createHash } from "node:crypto";
import { tableDefinition } from "#functions/store/table-definition.ts";

/** The stand-ins ask for credentials and check none; real ones never leave the machine from here. */
export const localAws = {
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
};

/** The stand-in cannot add an index to a table, so another definition is another table; see current-table.ts. */
export const localTableName = `funnel-${createHash("sha256")
  .update(JSON.stringify(tableDefinition))
  .digest("hex")
  .slice(0, 8)}`;
