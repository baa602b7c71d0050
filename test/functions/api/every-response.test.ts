/** What holds for the API as a whole: its description, its headers, its answers to a monitor and to the lost. */
import { createServer, type Server } from "node:http";
import { handle } from "hono/aws-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "#functions/api/app.ts";
import { requestSource } from "#functions/api/request-source.ts";
import { createLog } from "#functions/log.ts";
import { openTable } from "#functions/store/table.ts";
import { listen } from "../../../infra/local/listen.ts";
import { closing } from "../../../infra/local/table-server.ts";
import { type LocalServices, localAws, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp, testConfig, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
});
afterAll(() => services.stop());

describe("the description of the API", () => {
  test("lists its routes and every answer to a submission", async () => {
    const response = await app.request("/api/openapi.json");
    expect(response.status).toBe(200);
    const document = await response.json();
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths).sort()).toEqual([
      "/api/assessments",
      "/api/challenge",
      "/api/events",
      "/api/health",
    ]);
    const { requestBody, responses } = document.paths["/api/assessments"].post;
    expect(Object.keys(responses).map(Number)).toEqual([200, 201, 303, 400, 409, 413, 415, 422, 429, 503]);
    const { schema } = requestBody.content["application/json"];
    expect(Object.keys(schema.properties)).toEqual([
      "submissionId",
      "edition",
      "answers",
      "profile",
      "contact",
      "consent",
      "source",
      "timeZone",
      "proof",
      "secondsTaken",
    ]);
    expect(schema.required).toEqual(["submissionId", "edition", "answers", "profile", "contact"]);
    expect(JSON.stringify(schema.properties.answers)).toContain('"unknown"');
    expect(Object.keys(document.paths["/api/events"].post.requestBody.content)).toEqual([
      "application/json",
      "text/plain",
    ]);
  });

  test("refers to nothing that is not in it", async () => {
    const document = await (await app.request("/api/openapi.json")).json();
    const references = JSON.stringify(document).match(/"\$ref":"#([^"]+)"/g) ?? [];
    for (const reference of references) {
      const path = reference.slice('"$ref":"#/'.length, -1).split("/");
      expect(path.reduce((part, name) => part?.[name], document)).toBeDefined();
    }
  });
});

describe("every response", () => {
  const paths = [
    "/api/health",
    "/api/challenge",
    "/api/openapi.json",
    "/api/nothing",
    "/r/nothing",
    "/api/health%0A",
  ];

  test.each(paths)(
    "of %s allows nothing inline and nothing foreign, and is framed by nobody",
    async (path) => {
      const { headers } = await app.request(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
      expect(headers.get("referrer-policy")).toMatch(/^(?:no-referrer|strict-origin-when-cross-origin)$/);
      expect(headers.get("x-powered-by")).toBeNull();
    },
  );

  test("of a local run has no HSTS, which a browser would remember for every port", async () => {
    const local = createTestApp(services.table, { siteUrl: "http://localhost:4321" });
    expect((await local.request("/api/health")).headers.get("strict-transport-security")).toBeNull();
  });
});

describe("a method that an address does not answer", () => {
  test.each([
    ["GET", "/api/assessments", "POST"],
    ["DELETE", "/api/health", "GET, HEAD"],
    ["OPTIONS", "/api/events", "POST"],
    ["PUT", "/r/some-token/delete", "GET, HEAD, POST"],
  ])("%s %s is 405 and says which it answers", async (method, path, allowed) => {
    const response = await app.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allowed);
  });
});

describe("an address nobody has", () => {
  test("is a problem document under /api, a page under /r", async () => {
    const problem = await app.request("/api/nothing");
    expect(problem.status).toBe(404);
    expect(problem.headers.get("content-type")).toBe("application/problem+json");
    expect(await problem.json()).toMatchObject({ type: "about:blank", title: "Not Found", status: 404 });
    const page = await app.request("/r/some/where/else");
    expect(page.status).toBe(404);
    expect(page.headers.get("content-type")).toContain("text/html");
  });
});

describe("health", () => {
  test("is ok while the table answers", async () => {
    const response = await app.request("/api/health");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok" });
  });
});

describe("the unexpected", () => {
  test("is a bare 500 whose request id finds it in the log, with nothing of it outside", async () => {
    const broken = createTestApp(services.table, {
      now: () => {
        throw new Error("clock of /secret/place stopped");
      },
    });
    const response = await broken.submit(sampleSubmission());
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain("secret/place");
    const { requestId } = JSON.parse(text);
    expect(broken.logLines.join("\n")).toContain(requestId);
    expect(broken.logLines.join("\n")).not.toContain("stopped");
  });
});

describe("a table that takes the request and never answers", () => {
  let server: Server;
  let endpoint: string;

  beforeAll(async () => {
    server = createServer(() => undefined);
    endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  });
  afterAll(() => closing(server)());

  test("is a 503 before the visitor gives up", { timeout: 15_000 }, async () => {
    const table = openTable("funnel", { ...localAws, endpoint, maxAttempts: 1 });
    expect((await createTestApp(table).request("/api/health")).status).toBe(503);
  });
});

describe("the source of a request behind the gateway", () => {
  const seen: string[] = [];
  const handler = () =>
    handle(
      createApp({
        table: services.table,
        secrets: testSecrets,
        config: testConfig,
        siteUrl: "https://readiness.example",
        submissionsPerSourcePerHour: 10,
        now: () => new Date(),
        log: createLog(() => undefined),
        shell: () => "<!--page-->",
        stepsOwed: () => undefined,
        sourceOf: (context) => {
          seen.push(requestSource(context));
          return "counted";
        },
        originSecrets: ["shown by CloudFront"],
      }),
    );

  const event = (headers: Record<string, string>) => ({
    version: "2.0",
    routeKey: "ANY /api/{proxy+}",
    rawPath: "/api/assessments",
    rawQueryString: "",
    headers: { "content-type": "application/json", ...headers },
    cookies: [],
    body: JSON.stringify(sampleSubmission()),
    isBase64Encoded: false,
    requestContext: {
      accountId: "1",
      apiId: "1",
      authentication: null,
      authorizer: {},
      domainName: "readiness.example",
      domainPrefix: "readiness",
      http: {
        method: "POST",
        path: "/api/assessments",
        protocol: "HTTP/1.1",
        sourceIp: "198.51.100.4",
        userAgent: "test",
      },
      requestId: "1",
      routeKey: "ANY /api/{proxy+}",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
  });

  const shown = { "x-origin-secret": "shown by CloudFront" };

  test("is the visitor that CloudFront saw", async () => {
    const visitor = { ...shown, "x-viewer-address": "203.0.113.7" };
    expect((await handler()(event(visitor))).statusCode).toBe(201);
    expect(seen).toEqual(["203.0.113.7"]);
  });

  test("cannot be claimed by a caller around CloudFront, who gets no answer but 403", async () => {
    const { statusCode, body } = await handler()(event({ "x-viewer-address": "203.0.113.8" }));
    expect(statusCode).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ title: "Forbidden", detail: "Use the address of the site." });
    expect(seen).not.toContain("203.0.113.8");
  });
});
