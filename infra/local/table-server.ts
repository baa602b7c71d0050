import type { Server } from "node:http";
import { dynalite } from "./dynalite.ts";
import { listen } from "./listen.ts";

export interface LocalServer {
  port: number;
  endpoint: string;
  close(): Promise<void>;
}

/** Returns how to stop a server, connections kept open included. */
export function closing(server: Server): () => Promise<void> {
  return () =>
    new Promise((resolve, reject) => {
      server.close((error?: Error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
}

/** Starts DynamoDB's stand-in on a free port of this machine; without a folder it keeps its data in memory. */
export async function startTableServer(folder?: string): Promise<LocalServer> {
  const server = dynalite({
    createTableMs: 0,
    deleteTableMs: 0,
    ...(folder === undefined ? {} : { path: folder }),
  });
  const port = await listen(server, 0);
  return { port, endpoint: `http://127.0.0.1:${port}`, close: closing(server) };
}
