import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "../../../infra/local/listen.ts";
import { closing, type LocalServer } from "../../../infra/local/table-server.ts";
import type { Distribution } from "./distribution.ts";
import { bodyOf } from "./runtime-api.ts";

/** Where a test says which network address it comes from; nothing of it goes on. */
export const visitingFromHeader = "x-visiting-from";
const visitorAddress = "203.0.113.7";

/** Starts the site as its visitors reach it: through the distribution. */
export async function startWebFront(distribution: Distribution, port: number): Promise<LocalServer> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { [visitingFromHeader]: from = visitorAddress, ...sent } = request.headers;
    const { status, headers, body } = await distribution.answer({
      method: request.method ?? "GET",
      url: request.url ?? "/",
      headers: Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)])),
      body: await bodyOf(request),
      sourceIp: String(from),
    });
    response.writeHead(status, [...headers].flat()).end(request.method === "HEAD" ? undefined : body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  const used = await listen(server, port);
  return { port: used, endpoint: `http://localhost:${used}`, close: closing(server) };
}
