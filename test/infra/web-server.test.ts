/** The one server of a local run, over real sockets: slow clients, long bodies, odd paths and methods. */
import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTable } from "#functions/store/table.ts";
import type { LocalServer } from "../../infra/local/table-server.ts";
import { startWebServer } from "../../infra/local/web-server.ts";
import { localAws } from "../functions/local-services.ts";
import { createTestApp, testConfig } from "../functions/test-app.ts";

/** Never asked: nothing here gets as far as the table. */
const table = openTable("funnel", { ...localAws, endpoint: "http://127.0.0.1:9", maxAttempts: 1 });
const impatient = { headersMs: 100, requestMs: 200, checkMs: 20 };

let server: LocalServer;
/** Of its own: on a busy machine an honest request may take longer than it waits. */
let impatientServer: LocalServer;

beforeAll(async () => {
  const app = createTestApp(table);
  const fetchable = { fetch: (request: Request) => app.request(request.url, request) };
  const apps = { api: fetchable, consoleApp: fetchable };
  const { siteUrl } = testConfig.brand;
  server = await startWebServer(apps, siteUrl, 0, "127.0.0.1");
  impatientServer = await startWebServer(apps, siteUrl, 0, "127.0.0.1", impatient);
});
afterAll(() => Promise.all([server.close(), impatientServer.close()]));

interface Answer {
  status: number;
  headers: string;
  body: string;
}

/** Writes as told and returns what came back once the server has closed the connection. */
async function sendTo({ port }: LocalServer, ...pieces: readonly string[]): Promise<Answer> {
  const socket = connect(port, "127.0.0.1");
  const received: Buffer[] = [];
  socket.on("data", (piece) => received.push(piece));
  // The server may hang up while we still write.
  socket.on("error", () => undefined);
  const closed = once(socket, "close");
  for (const piece of pieces) socket.write(piece);
  await closed;
  const [headers = "", ...body] = Buffer.concat(received).toString("utf8").split("\r\n\r\n");
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(headers)?.[1] ?? 0),
    headers,
    body: body.join("\r\n\r\n"),
  };
}

const send = (...pieces: readonly string[]) => sendTo(server, ...pieces);
const ask = (method: string, path: string) =>
  send(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

describe("a slow client", () => {
  it("that never ends its headers is answered 408 and hung up on", async () => {
    expect(
      (await sendTo(impatientServer, "GET /api/challenge HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")).status,
    ).toBe(408);
  });

  it("that never ends its body is answered 408 and hung up on", async () => {
    const headers = "POST /api/assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    expect((await sendTo(impatientServer, `${headers}Content-Length: 100\r\n\r\n{`)).status).toBe(408);
  });
});

describe("a body without a length", () => {
  const chunk = `${(16_384).toString(16)}\r\n${"x".repeat(16_384)}\r\n`;
  const post = (path: string, chunks: number) =>
    send(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      chunk.repeat(chunks),
      "0\r\n\r\n",
    );

  it.each(["/api/assessments", "/api/events", "/r/token/delete"])(
    "is cut off once it runs over the limit, at %s",
    async (path) => {
      expect((await post(path, 5)).status).toBe(413);
    },
  );

  it("within the limit is read", async () => {
    expect((await post("/api/assessments", 2)).status).toBe(400);
  });
});

describe("a request that two servers could read in two ways", () => {
  it("is refused for its two lengths", async () => {
    const both = "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    expect((await send(`POST /api/assessments HTTP/1.1\r\nHost: localhost\r\n${both}`)).status).toBe(400);
  });
});

describe("a path", () => {
  it.each([
    "/../../../../etc/passwd",
    "/..%2f..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/package.json",
    "/%252e%252e%252fpackage.json",
    "//etc/passwd",
    "/_astro/../../../package.json",
    "/_astro/..\\..\\..\\package.json",
    "/assessment%00.html",
    "/%00",
    "/%0A",
    "/api/health%0A",
    "/r/%0D%0AX",
    "/%E0%A4%A",
    "/r/%00",
    "/r/..%2f..%2fapi%2fhealth",
    "/api/..%2f..%2fpackage.json",
    "/api//health",
    "/api/%E0%A4%A",
    `/${"a".repeat(8_000)}`,
  ])("such as %s leads nowhere", async (path) => {
    const { status, headers, body } = await ask("GET", path);
    expect(status).toBe(404);
    expect(headers.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(body).not.toMatch(/root:|digital-readiness-report"|node_modules/);
  });

  it("that is longer than any of ours is refused before it is read", async () => {
    expect((await ask("GET", `/${"a".repeat(20_000)}`)).status).toBe(431);
  });

  it.each(["TRACE", "PROPFIND", "DELETE", "PUT", "POST"])("answers no %s of a page", async (method) => {
    expect((await ask(method, "/assessment")).status).toBe(404);
  });

  it("answers HEAD as GET, without the body", async () => {
    const { status, body } = await ask("HEAD", "/api/openapi.json");
    expect([status, body]).toEqual([200, ""]);
  });
});
