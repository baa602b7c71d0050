/** The table's stand-in in a process of its own, so that its work does not stand in the way of the code measured. */
import { startTableServer } from "../../../infra/local/table-server.ts";

const { endpoint } = await startTableServer();
process.send?.(endpoint);
