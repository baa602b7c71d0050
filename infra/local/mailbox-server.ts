import type { Server } from "node:http";
import mailbox from "aws-ses-v2-local";
import { closing, type LocalServer } from "./table-server.ts";

/** CommonJS default exports arrive wrapped or plain, depending on who loads them. */
function startMailbox(): typeof mailbox {
  const inner: unknown = Reflect.get(mailbox, "default");
  return typeof inner === "function" ? (inner as typeof mailbox) : mailbox;
}

/**
 * Starts the SES stand-in with its mailbox viewer. It accepts every mail and delivers none.
 * @throws Error when the port is in use
 */
export async function startMailboxServer(port: number, host = "127.0.0.1"): Promise<LocalServer> {
  const server: Server = await startMailbox()({ port, host });
  const address = server.address();
  if (address === null || typeof address !== "object") throw new Error(`Port ${port} is in use.`);
  return { port: address.port, endpoint: `http://127.0.0.1:${address.port}`, close: closing(server) };
}
