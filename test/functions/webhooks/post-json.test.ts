import { createServer, type RequestListener, request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { guardedLookup, type Resolve } from "#functions/webhooks/guarded-lookup.ts";
import { postJson } from "#functions/webhooks/post-json.ts";
import { isLoopback, isPublicAddress } from "#functions/webhooks/public-address.ts";
import { listen } from "../../../infra/local/listen.ts";
import { closing } from "../../../infra/local/table-server.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Other {
  url: string;
  port: number;
  requests: string[];
}

async function startOther(answer: RequestListener): Promise<Other> {
  const requests: string[] = [];
  const server = createServer((message, response) => {
    requests.push(`${message.method} ${message.url}`);
    message.resume();
    answer(message, response);
  });
  const port = await listen(server, 0);
  stops.push(closing(server));
  return { url: `http://127.0.0.1:${port}/hook`, port, requests };
}

const takes: RequestListener = (_, response) => response.writeHead(204).end();
const local = { allowLocal: true };

describe("postJson", () => {
  it("resolves when the other side takes the message", async () => {
    const other = await startOther(takes);
    await postJson(other.url, "{}", local);
    expect(other.requests).toEqual(["POST /hook"]);
  });

  it.each([
    ["plain http", (port: number) => `http://127.0.0.1:${port}/`, "address-not-https"],
    ["another protocol", () => "ftp://hooks.example/", "address-not-https"],
    ["an address with a password", () => "https://me:secret@hooks.example/", "address-not-https"],
    ["no address at all", () => "hooks", "address-not-https"],
    ["loopback", (port: number) => `https://127.0.0.1:${port}/`, "address-not-public"],
    ["loopback as a number", (port: number) => `https://2130706433:${port}/`, "address-not-public"],
    ["loopback in hexadecimal", (port: number) => `https://0x7f.1:${port}/`, "address-not-public"],
    ["IPv6 loopback", (port: number) => `https://[::1]:${port}/`, "address-not-public"],
    ["mapped loopback", (port: number) => `https://[::ffff:127.0.0.1]:${port}/`, "address-not-public"],
    ["a name of loopback", (port: number) => `https://localhost:${port}/`, "address-not-public"],
    ["metadata", () => "https://169.254.169.254/latest/meta-data", "address-not-public"],
  ])("refuses %s and connects to nothing", async (_, addressOf, code) => {
    const other = await startOther(takes);
    await expect(postJson(addressOf(other.port), "{}")).rejects.toMatchObject({ code });
    expect(other.requests).toEqual([]);
  });

  it("takes http and loopback, but no other private address, where local ones are allowed", async () => {
    await expect(postJson("http://10.0.0.1/", "{}", local)).rejects.toMatchObject({
      code: "address-not-public",
    });
    const other = await startOther(takes);
    await postJson(`http://localhost:${other.port}/`, "{}", local);
    expect(other.requests).toHaveLength(1);
  });

  it("follows no redirect", async () => {
    const target = await startOther(takes);
    const other = await startOther((_, response) => response.writeHead(307, { location: target.url }).end());
    await expect(postJson(other.url, "{}", local)).rejects.toMatchObject({ code: "http-307" });
    expect(target.requests).toEqual([]);
  });

  it("tells the status and how long to wait of a refusal", async () => {
    const other = await startOther((_, response) => response.writeHead(503, { "retry-after": "120" }).end());
    await expect(postJson(other.url, "{}", local)).rejects.toMatchObject({
      code: "http-503",
      retryAfterSeconds: 120,
    });
  });

  it("gives up on an answer that never comes", async () => {
    const other = await startOther(() => undefined);
    await expect(postJson(other.url, "{}", { ...local, timeoutMs: 50 })).rejects.toMatchObject({
      code: "timed-out",
    });
  });

  it("hangs up on an answer that goes on and on", async () => {
    let hungUp: () => void = () => undefined;
    const cut = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const other = await startOther((_, response) => {
      response.on("close", hungUp);
      const more = () => {
        while (response.write("x".repeat(16_384)));
      };
      response.on("drain", more);
      response.writeHead(200);
      more();
    });
    // The time alone would end it only after this test.
    await postJson(other.url, "{}", { ...local, timeoutMs: 60_000 });
    await cut;
  });

  it("says so when nobody listens", async () => {
    const other = await startOther(takes);
    for (const stop of stops.splice(0)) await stop();
    await expect(postJson(other.url, "{}", local)).rejects.toMatchObject({ code: "not-reached" });
  });
});

/** Answers with each list of addresses in turn. */
function resolving(...answers: string[][]): { resolve: Resolve; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    resolve: (_name, _options, callback) => {
      const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
      asked += 1;
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
    },
  };
}

describe("guardedLookup", () => {
  it.each([
    [["10.0.0.5"]],
    [["93.184.215.14", "10.0.0.5"]],
    [["93.184.215.14", "fd00:ec2::254"]],
    [["::ffff:169.254.169.254"]],
  ])("refuses a name when any of its addresses is private: %j", async (addresses) => {
    const { resolve } = resolving(addresses);
    const lookup = guardedLookup(isPublicAddress, resolve);
    const found = await new Promise((settle) => lookup("hooks.example", { all: true }, settle));
    expect(found).toMatchObject({ code: "address-not-public" });
  });

  it("says so of a name that nobody has", async () => {
    const lookup = guardedLookup(isPublicAddress, (_name, _options, callback) =>
      callback(new Error("ENOTFOUND"), []),
    );
    const found = await new Promise((settle) => lookup("nobody.example", { all: true }, settle));
    expect(found).toMatchObject({ code: "not-resolved" });
  });

  it("connects to the address it checked, and asks the name only once", async () => {
    const other = await startOther(takes);
    const { resolve, asked } = resolving(["127.0.0.1"], ["10.0.0.5"]);
    const status = await new Promise((settle, fail) => {
      request(`http://rebinding.example:${other.port}/`, {
        method: "POST",
        agent: false,
        lookup: guardedLookup(isLoopback, resolve),
      })
        .on("response", (answer) => settle(answer.resume().statusCode))
        .on("error", fail)
        .end();
    });
    expect([status, asked()]).toEqual([204, 1]);
  });
});
