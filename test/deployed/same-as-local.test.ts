/** Routes, headers and the Content-Security-Policy are those of the local server: one definition, two places. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#functions/api/app.ts";
import { createLog } from "#functions/log.ts";
import { siteDist } from "../../infra/local/folders.ts";
import { freePort } from "../../infra/local/free-port.ts";
import type { LocalServer } from "../../infra/local/table-server.ts";
import { startWebServer } from "../../infra/local/web-server.ts";
import { type LocalServices, startLocalServices } from "../functions/local-services.ts";
import { testConfig, testSecrets } from "../functions/test-app.ts";
import { readAssembly } from "./emulation/assembly.ts";
import { Deployment } from "./emulation/deployment.ts";

const siteUrl = testConfig.brand.siteUrl;
const [hashed = ""] = readdirSync(path.join(siteDist, "_astro"));

let services: LocalServices;
let local: LocalServer;
let deployment: Deployment;

beforeAll(async () => {
  services = await startLocalServices();
  const app = createApp({
    table: services.table,
    secrets: testSecrets,
    config: testConfig,
    siteUrl,
    submissionsPerSourcePerHour: 100,
    now: () => new Date(),
    log: createLog(() => undefined),
    shell: () => "<html><title>{{title}}</title><!--page--></html>",
    stepsOwed: () => undefined,
    sourceOf: () => "192.0.2.1",
  });
  local = await startWebServer(app, siteUrl, await freePort(4485, "127.0.0.1"), "127.0.0.1");
  deployment = await Deployment.start(readAssembly(), { port: 0, mailPort: 0 });
});

afterAll(async () => {
  await deployment?.stop();
  await local?.close();
  await services?.stop();
});

/** Said by the server about this connection or this copy. */
const passing = [
  "date",
  "last-modified",
  "etag",
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "allow",
];

async function seen(base: string, where: string, init: RequestInit) {
  const response = await fetch(`${base}${where}`, { redirect: "manual", ...init });
  const headers = [...response.headers].filter(([name]) => !passing.includes(name));
  const type = response.headers.get("content-type")?.split(";")[0];
  return { status: response.status, headers: { ...Object.fromEntries(headers), "content-type": type } };
}

describe("what a visitor gets from CloudFront", () => {
  it.each([
    ["GET", "/"],
    ["GET", "/assessment"],
    ["GET", "/assessment/"],
    ["GET", `/_astro/${hashed}`],
    ["GET", "/nothing-here"],
    ["GET", "/sitemap.xml"],
    ["GET", "/api/health"],
    ["GET", "/api/challenge"],
    ["GET", "/api/nothing"],
    ["POST", "/api/assessments"],
    ["GET", "/r/nobody"],
    ["GET", "/r/nobody/report.pdf"],
    ["POST", "/r/nobody/delete"],
  ])("is what the local server sends: %s %s", async (method, where) => {
    const init = method === "POST" ? { method, body: "{}" } : { method };
    const here = await seen(local.endpoint, where, init);
    expect(await seen(deployment.siteUrl, where, init)).toEqual(here);
    expect(here.headers).toHaveProperty("content-security-policy");
    expect(here.headers).toHaveProperty("strict-transport-security");
  });
});

describe("the API behind CloudFront", () => {
  it("answers nobody who comes around it", async () => {
    const api = deployment.function("Api");
    const event = {
      version: "2.0",
      routeKey: "ANY /api/{proxy+}",
      rawPath: "/api/health",
      rawQueryString: "",
      headers: { host: "api", "x-viewer-address": "10.0.0.1" },
      requestContext: { http: { method: "GET", path: "/api/health", sourceIp: "198.51.100.1" } },
      isBase64Encoded: false,
    };
    expect(await api.invoke(event)).toMatchObject({ statusCode: 403 });
  });
});
