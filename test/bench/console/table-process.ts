/** The table of the bench in a process of its own, as DynamoDB is: its work must not show as the console's. */
import { startTableServer } from "../../../infra/local/table-server.ts";

const folder = process.argv[2];
if (folder === undefined || process.send === undefined)
  throw new Error("Started by the bench, with a folder.");
const server = await startTableServer(folder);
process.send(server.endpoint);
process.on("disconnect", () => process.exit(0));
