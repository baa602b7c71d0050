import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { privatePath, type Scope, tokenFor } from "#functions/tokens.ts";
import { leadEventJsonSchema } from "#shared/webhooks/lead-event.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp, testConfig, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;
beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
});
afterAll(() => services.stop());

async function stored(id: string): Promise<Assessment> {
  const assessment = await readAssessment(services.table, id);
  if (assessment === null) throw new Error(`There is no assessment ${id}.`);
  return assessment;
}

/** A lead with need and fit for an A. */
async function newLead(email = `lead-${crypto.randomUUID()}@example.com`): Promise<Assessment> {
  const contact = { email, organisation: "Sample MRO" };
  const sample = sampleSubmission({ contact }, "everything at the bottom");
  return stored((await submitWithProof(app, sample)).id);
}

const path = (lead: Assessment, scope: Scope, action: string) =>
  `${privatePath(testSecrets.token, lead, scope)}/${action}`;

describe("the acts of a prospect", () => {
  it("leave a lead unconfirmed, and so under A, until the button is pressed", async () => {
    const lead = await newLead();
    expect([lead.grade, lead.actions]).toEqual(["B", {}]);
    expect((await app.post(path(lead, "report", "confirm"))).status).toBe(303);
    const confirmed = await stored(lead.id);
    expect([confirmed.grade, Object.keys(confirmed.actions)]).toEqual(["A", ["confirmed"]]);
    expect(confirmed.steps.map(({ name }) => name)).toEqual([
      "report",
      "sales-notice",
      "sales-notice-confirmed",
    ]);
    await app.post(path(lead, "report", "confirm"));
    expect(await stored(lead.id)).toEqual(confirmed);
  });

  it("are none when a link is followed, a page opened or a plan downloaded", async () => {
    const lead = await newLead();
    for (const page of ["", "/plan.csv"])
      expect((await app.request(`${privatePath(testSecrets.token, lead, "report")}${page}`)).status).toBe(
        200,
      );
    expect(await stored(lead.id)).toEqual(lead);
  });

  it("count the what-if once, from a link of the prospect's own only", async () => {
    const lead = await newLead();
    for (const scope of ["sales", "share", "confirm"] as const)
      expect((await app.post(path(lead, scope, "used-what-if"))).status).toBe(404);
    expect(await stored(lead.id)).toEqual(lead);
    expect((await app.post(path(lead, "result", "used-what-if"))).status).toBe(204);
    const used = await stored(lead.id);
    expect(Object.keys(used.actions)).toEqual(["what-if"]);
    expect(used.steps.at(-1)?.name).toBe("sales-notice-what-if");
    expect((await app.post(path(lead, "report", "used-what-if"))).status).toBe(204);
    expect(await stored(lead.id)).toEqual(used);
  });

  it("count the export by the button of the report, and give the same file", async () => {
    const lead = await newLead();
    const link = await app.request(path(lead, "report", "plan.csv"));
    const button = await app.post(path(lead, "report", "plan.csv"));
    expect([button.status, await button.text()]).toEqual([200, await link.text()]);
    expect(Object.keys((await stored(lead.id)).actions)).toEqual(["export"]);
    expect((await app.post(path(lead, "sales", "plan.csv"))).status).toBe(404);
  });

  it("take the confirmation of an address over to its next assessment", async () => {
    const first = await newLead();
    await app.post(path(first, "report", "confirm"));
    const second = await newLead(first.contact.email);
    expect([second.grade, Object.keys(second.actions)]).toEqual(["A", ["confirmed"]]);
  });

  it("leave a suppressed address without a grade", async () => {
    const lead = await newLead();
    await app.post(path(lead, "report", "not-me"));
    expect((await stored(lead.id)).grade).toBeNull();
    await app.post(path(lead, "report", "used-what-if"));
    expect((await stored(lead.id)).grade).toBeNull();
    expect((await newLead(lead.contact.email)).grade).toBeNull();
  });
});

describe("the page of a prospect", () => {
  const page = async (lead: Assessment, scope: Scope, from = app) =>
    (await from.request(privatePath(testSecrets.token, lead, scope))).text();

  it("offers to confirm the address, and tells of the what-if, until that is done", async () => {
    const lead = await newLead();
    expect(await page(lead, "report")).toContain(`action="${path(lead, "report", "confirm")}"`);
    expect(await page(lead, "report")).toContain(`data-used="${path(lead, "report", "used-what-if")}"`);
    expect(await page(lead, "result")).not.toContain("/confirm");
    for (const scope of ["sales", "share"] as const)
      expect(await page(lead, scope)).not.toMatch(/\/confirm|used-what-if/);
    await app.post(path(lead, "report", "confirm"));
    await app.post(path(lead, "report", "used-what-if"));
    expect(await page(lead, "report")).not.toMatch(/\/confirm"|used-what-if/);
  });

  it("leads to the calendar with a reference of its own, which no shared version carries", async () => {
    const sales = { ...testConfig.sales, bookingUrl: "https://calendar.example/us/30min" };
    const withCalendar = createTestApp(services.table, { config: { ...testConfig, sales } });
    const lead = await newLead();
    const reference = tokenFor(testSecrets.token, lead, "booking");
    expect(await page(lead, "report", withCalendar)).toContain(reference);
    for (const scope of ["sales", "share"] as const) {
      const shown = await page(lead, scope, withCalendar);
      expect(shown).toContain('"https://calendar.example/us/30min"');
      expect(shown).not.toContain(reference);
    }
  });
});

describe("GET /api/webhooks/schema", () => {
  it("publishes the JSON Schema of what another system is sent", async () => {
    const answer = await app.request("/api/webhooks/schema");
    expect(answer.headers.get("content-type")).toBe("application/schema+json");
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(leadEventJsonSchema())));
  });
});
