import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FunnelFilter, funnelReport, lastDays } from "#functions/console/funnel/funnel-report.ts";
import { changeLead } from "#functions/leads/change-lead.ts";
import { setStatus } from "#functions/leads/lead-edits.ts";
import { deleteAssessment } from "#functions/store/assessments.ts";
import type { LeadStatus } from "#shared/sales/lead-status.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { testConfig } from "../test-app.ts";
import { type AcceptedLead, acceptLead } from "./console-leads.ts";
import { createTestConsole, signedIn } from "./test-console.ts";

const now = new Date("2026-11-24T12:00:00.000Z");
const all: FunnelFilter = { page: null, campaign: null };
const by = { id: "tester", name: "Tester" };
let services: LocalServices;
const leads: AcceptedLead[] = [];

beforeAll(async () => {
  services = await startLocalServices();
  const came: [string, string, string | undefined][] = [
    ["2026-11-10T10:00:00.000Z", "/aviation-mro", "spring"],
    ["2026-11-10T11:00:00.000Z", "/aviation-mro", undefined],
    ["2026-11-11T10:00:00.000Z", "/testing-labs", "Spring"],
    ["2026-11-24T10:00:00.000Z", "not a page", "jo@example.com"],
  ];
  for (const [at, page, campaign] of came)
    leads.push(await acceptLead(services.table, { at, source: { page, utm_campaign: campaign } }));
  const counts = {
    "view|/aviation-mro": 40,
    "view|/aviation-mro|spring": 10,
    "start|/aviation-mro": 5,
    "step profile|/aviation-mro": 4,
  };
  for (const [name, count] of Object.entries(counts))
    await services.table.client.send(
      new UpdateCommand({
        TableName: services.table.name,
        Key: { pk: "COUNTER#2026-11-10" },
        UpdateExpression: "ADD #name :count",
        ExpressionAttributeNames: { "#name": name },
        ExpressionAttributeValues: { ":count": count },
      }),
    );
});
afterAll(() => services.stop());

const report = (filter = all, at = now) => funnelReport(services.table, lastDays(at, 30), filter, at);
const counts = async (filter = all) =>
  Object.fromEntries((await report(filter)).stages.map(({ id, count }) => [id, count]));
async function set(lead: AcceptedLead | undefined, status: LeadStatus, at: string) {
  const made = { by, at: new Date(at), seen: null };
  const context = { by, now: made.at, config: testConfig };
  await changeLead(services.table, lead?.id ?? "", made, (one) =>
    setStatus(one, { status, reason: null }, context),
  );
}

describe("the funnel", () => {
  test("counts events and leads by page and campaign, and what became of leads on the day they came", async () => {
    await report();
    await set(leads[0], "contacted", "2026-11-10T10:30:00.000Z");
    await set(leads[0], "won", "2026-11-20T10:00:00.000Z");
    await set(leads[1], "booked", "2026-11-13T10:00:00.000Z");
    expect(await counts()).toMatchObject({ view: 50, start: 5, profile: 4, submitted: 4, booked: 2, won: 1 });
    expect(await counts({ page: null, campaign: "spring" })).toMatchObject({
      view: 10,
      submitted: 2,
      won: 1,
    });
    const { byPage, byCampaign, waits, stages } = await report();
    expect(byPage.slice(0, 2)).toMatchObject([
      { name: "/aviation-mro", views: 50, submitted: 2, booked: 2, won: 1 },
      { name: "/testing-labs", submitted: 1 },
    ]);
    expect(byPage.map(({ name }) => name)).toContain("other");
    expect(byCampaign.map(({ name }) => name).sort()).toEqual(["", "other", "spring"]);
    expect(waits.find(({ grade }) => grade === "B")).toMatchObject({
      waited: [1, 0, 0, 1, 0],
      untouched: 2,
    });
    expect(stages.find(({ id }) => id === "start")?.lost).toBeCloseTo(0.9);
  });

  test("takes back what was counted of a lead that is erased, or set back", async () => {
    await set(leads[1], "new", "2026-11-14T10:00:00.000Z");
    expect(await counts()).toMatchObject({ submitted: 4, booked: 2 });
    await deleteAssessment(services.table, leads[0]?.id ?? "");
    expect(await counts()).toMatchObject({ submitted: 3, won: 0 });
  });

  test("is the same whether its days were kept or counted anew", async () => {
    const later = new Date(now.getTime() + 3_600_000);
    await report(all, later);
    expect(await report(all, later)).toEqual(await report());
  });

  test("prints every bar's number in a table and draws without inline styles", async () => {
    const browser = await signedIn(createTestConsole(services.table, { now: () => now }), "sales");
    const html = await (await browser.get("/console/funnel?days=30")).text();
    expect(html).toContain("In these 30 days /aviation-mro earned most");
    expect(html).not.toMatch(/\sstyle=|<style/);
    const svg = html.match(/<svg class="console-chart"[\s\S]*?<\/svg>/)?.[0] ?? "";
    const table = html.slice(html.indexOf("From view to won"));
    for (const [, note] of svg.matchAll(/class="muted-fill"[^>]*>([\d,]+)</g))
      expect(table).toContain(`<td class="number">${note}</td>`);
    const forged = await browser.get("/console/funnel?days=9999&page=%3Cscript%3E");
    expect(await forged.text()).not.toContain("<script>");
  });
});
