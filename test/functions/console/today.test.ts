import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callList } from "#functions/console/today/call-list.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import type { Submission } from "#shared/submission.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { testConfig, testSecrets } from "../test-app.ts";
import { acceptLead, listedIds } from "./console-leads.ts";
import { createTestConsole, signedIn } from "./test-console.ts";

const now = new Date("2026-11-24T12:00:00.000Z");
let services: LocalServices;

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());

const contact = (name: string, phone?: string): Submission["contact"] => ({
  email: `${name}@today.example`,
  organisation: name,
  ...(phone === undefined ? {} : { phone }),
});

describe("today", () => {
  test("puts fresh leads with a phone first, and leaves out whoever must not be contacted", async () => {
    const accept = (name: string, at: string, more: Parameters<typeof acceptLead>[1] = {}) =>
      acceptLead(services.table, { at, contact: contact(name), ...more });
    await accept("old-with-phone", "2026-10-01T10:00:00.000Z", {
      contact: contact("old-with-phone", "+1 555 0101"),
    });
    await accept("fresh", "2026-11-23T10:00:00.000Z");
    await accept("fresh-with-phone", "2026-11-22T10:00:00.000Z", {
      contact: contact("fresh-with-phone", "+1 555 0102"),
    });
    await accept("report-only", "2026-11-24T10:00:00.000Z", {
      consent: { followUps: false, benchmark: false, reportOnly: true },
    });
    const stopped = await accept("stopped", "2026-11-24T10:00:00.000Z");
    await suppressAddress(services.table, addressKey(testSecrets.address, stopped.email), "not-me", now);
    const held = await accept("held", "2026-11-24T10:00:00.000Z");
    await changeAssessment(services.table, held.id, ({ steps }) => ({
      steps: steps.map((step) => ({ ...step, state: "held" })),
    }));
    await accept("weak", "2026-11-24T10:00:00.000Z", {
      golden: "other industry: no overlay, one answer at level 1",
    });
    const calls = await callList(services.table, testConfig.sales, { now, months: 26 });
    expect(calls.map(({ row }) => row.assessment.contact.organisation)).toEqual([
      "fresh-with-phone",
      "fresh",
      "old-with-phone",
    ]);
  });

  test("takes a lead off the list with one press, and shows what is one's own", async () => {
    const browser = await signedIn(createTestConsole(services.table, { now: () => now }), "sales");
    const html = await (await browser.get("/console")).text();
    const [, path = ""] = /action="(\/console\/leads\/[^"]+\/status)"/.exec(html) ?? [];
    expect(html).toContain("1 submission is held as suspected.");
    const done = await browser.post(path, { seen: "0", back: "today", status: "contacted" });
    expect(done.headers.get("location")).toBe("/console?done=status");
    await browser.post(path.replace("status", "owner"), { seen: "1", take: "yes" });
    const after = await (await browser.get("/console")).text();
    const id = path.split("/")[3];
    expect(listedIds(after)).toEqual([id]);
    expect(after).not.toContain(path);
  });
});
