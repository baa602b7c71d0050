import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventsPerMinute } from "#functions/api/count-event.ts";
import { pagesInSitemap } from "#functions/api/sitemap-pages.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { countEvent, readCounters } from "#functions/store/counters.ts";
import { openTable } from "#functions/store/table.ts";
import { privatePath } from "#functions/tokens.ts";
import { type LocalServices, localAws, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;
/** A day of its own for each test. */
let today = new Date("2031-01-01T10:00:00.000Z");
const now = () => today;

const sitemap = ["/", "/aviation-mro", "/assessment"]
  .map((path) => `<url><loc>https://readiness.example${path}</loc></url>`)
  .join("");
const pages = pagesInSitemap(`<urlset>${sitemap}</urlset>`);

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());
beforeEach(() => {
  today = new Date(today.getTime() + 86_400_000);
  app = createTestApp(services.table, { pages, now });
});

const send = (event: unknown, headers: Record<string, string> = {}, to = app) =>
  to.request("/api/events", {
    method: "POST",
    headers: { "content-type": "text/plain;charset=UTF-8", ...headers },
    body: typeof event === "string" ? event : JSON.stringify(event),
  });

const view = { event: "view", page: "/aviation-mro" };

async function counted(): Promise<Record<string, number>> {
  const [day] = await readCounters(services.table, today, today);
  return Object.fromEntries(
    (day?.counts ?? []).map(({ event, page, campaign, count }) => [
      [event, page, ...(campaign === null ? [] : [campaign])].join(" · "),
      count,
    ]),
  );
}

describe("an event", () => {
  test("is counted by page and campaign, and answered without a body or a cookie", async () => {
    const response = await send(view);
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(response.headers.get("set-cookie")).toBeNull();
    await send({ ...view, campaign: "Spring 2026" });
    await send({ ...view, page: "/aviation-mro/" }, { "content-type": "application/json" });
    await send({ event: "start", page: "/assessment" });
    await send({ event: "step", page: "/assessment", step: "profile" });
    await send({ event: "submit", page: "/assessment" });
    expect(await counted()).toEqual({
      "view · /aviation-mro": 2,
      "view · /aviation-mro · spring-2026": 1,
      "start · /assessment": 1,
      "step profile · /assessment": 1,
      "submit · /assessment": 1,
    });
  });

  test("leaves nothing about its sender in the table", async () => {
    await send(view, { "x-test-source": "203.0.113.9", "user-agent": "Sample" });
    const key = { pk: `COUNTER#${today.toISOString().slice(0, 10)}` };
    const { Item } = await services.table.client.send(
      new GetCommand({ TableName: services.table.name, Key: key }),
    );
    expect(Item).toEqual({ ...key, "view|/aviation-mro": 1 });
  });

  test("is counted exactly, however many come at once", async () => {
    const sources = Array.from({ length: 12 }, (_, at) => `198.51.100.${at}`);
    await Promise.all(
      sources.map((source) => send({ ...view, campaign: "autumn" }, { "x-test-source": source })),
    );
    expect(await counted()).toEqual({ "view · /aviation-mro · autumn": 12 });
  });

  test.each([
    ["Do Not Track", { dnt: "1" }],
    ["Global Privacy Control", { "sec-gpc": "1" }],
    ["a page of another site", { "sec-fetch-site": "cross-site" }],
  ])("with %s is answered the same and not counted", async (_, headers) => {
    expect((await send(view, headers)).status).toBe(204);
    expect(await counted()).toEqual({});
  });

  test.each([
    ["of a page that is not in the sitemap", { ...view, page: "/r/secret" }, "/page"],
    ["of another kind", { ...view, event: "purchase" }, "/event"],
    ["of a step that the form does not have", { ...view, event: "step", step: "payment" }, "/step"],
    ["of a step that names none", { ...view, event: "step" }, "/step"],
    ["that says more than it may", { ...view, email: "jo@example.com" }, "/"],
    ["that is no object", "null", "/"],
  ])("%s is refused with 422", async (_, event, pointer) => {
    const response = await send(event);
    expect(response.status).toBe(422);
    expect((await response.json()).errors[0].pointer).toBe(pointer);
    expect(await counted()).toEqual({});
  });

  test("that is not JSON, or of another type, is refused", async () => {
    expect((await send("view")).status).toBe(400);
    expect((await send(view, { "content-type": "text/html" })).status).toBe(415);
  });

  test("over the number of a minute is refused for its source only, until the next minute", async () => {
    const from = { "x-test-source": "2001:db8:0:1::1" };
    for (let sent = 0; sent < eventsPerMinute; sent += 1) await send(view, from);
    const neighbor = { "x-test-source": "2001:db8:0:1:ffff::2" };
    const refused = await send(view, neighbor);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await send(view, { "x-test-source": "2001:db8:0:2::1" })).status).toBe(204);
    today = new Date(today.getTime() + 60_000);
    expect((await send(view, from)).status).toBe(204);
  });

  test("is answered as counted when the table is lost, and the log says so", async () => {
    const table = openTable("funnel", { ...localAws, endpoint: "http://127.0.0.1:9", maxAttempts: 1 });
    const cut = createTestApp(table, { pages });
    expect((await send(view, {}, cut)).status).toBe(204);
    expect(cut.logLines.join()).toContain("event not counted");
  });
});

describe("campaigns", () => {
  test("that could name a person, or are no plain word, count as other", async () => {
    for (const campaign of ["jo@example.com", "id-100200300", "<script>", "x".repeat(41)])
      await send({ ...view, campaign });
    expect(await counted()).toEqual({ "view · /aviation-mro · other": 4 });
  });

  test("made up by the dozen end in one number, and leave room for pages", async () => {
    const page = "/aviation-mro";
    for (let made = 0; made < 12; made += 1)
      await countEvent(services.table, { event: "view", page, campaign: `c${made}` }, today, 5);
    await countEvent(services.table, { event: "view", page, campaign: "c0" }, today, 5);
    await send({ ...view, page: "/" });
    const numbers = await counted();
    expect(Object.keys(numbers)).toHaveLength(7);
    expect(numbers["view · /aviation-mro · c0"]).toBe(2);
    expect(numbers["view · /aviation-mro · other"]).toBe(7);
    expect(numbers["view · /"]).toBe(1);
  });
});

describe("what the API knows to have happened", () => {
  const source = { page: "/aviation-mro", utm_campaign: "spring" };

  test("is counted once: accepted, confirmed, held", async () => {
    const submission = sampleSubmission({ source });
    await Promise.all([app.submit(submission), app.submit(submission), app.submit(submission)]);
    await submitWithProof(app, sampleSubmission({ source: { page: "/gone" } }));
    await app.submit({ ...sampleSubmission({ source }), website: "x" });
    const stored = await readAssessment(services.table, submission.submissionId);
    if (stored === null) throw new Error("The assessment was not stored.");
    const path = privatePath(testSecrets.token, stored, "confirm");
    await app.post(`${path}/confirm`);
    await app.post(`${path}/confirm`);
    expect(await counted()).toEqual({
      "accepted · /aviation-mro · spring": 1,
      "accepted · other": 1,
      "held · /aviation-mro · spring": 1,
      "confirmed · /aviation-mro · spring": 1,
    });
  });
});

describe("reading", () => {
  test("gives every day of a range, those without events too", async () => {
    const first = today;
    await send(view);
    today = new Date(today.getTime() + 2 * 86_400_000);
    await send(view);
    const days = await readCounters(services.table, first, today);
    expect(days.map(({ counts }) => counts.map(({ count }) => count))).toEqual([[1], [], [1]]);
    expect(days[0]?.counts[0]).toEqual({ event: "view", page: "/aviation-mro", campaign: null, count: 1 });
  });

  test("refuses a range that is reversed or endless", async () => {
    const start = new Date("2031-01-01");
    await expect(readCounters(services.table, start, new Date("2030-12-31"))).rejects.toThrow(RangeError);
    await expect(readCounters(services.table, start, new Date("2033-01-01"))).rejects.toThrow(RangeError);
  });
});
