import type { Server } from "node:net";

/** Only this machine can reach it: what is kept here is real people's data. HOST opens it, inside a container. */
export const localHost = process.env.HOST ?? "127.0.0.1";

/** Starts listening and returns the port; 0 takes a free one. Rejects when the port is in use. */
export function listen(server: Server, port: number, host = "127.0.0.1"): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}
