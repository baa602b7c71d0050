import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eraseLead } from "#functions/leads/erase-lead.ts";
import { recordsOfProcessing } from "#functions/privacy/records-of-processing.ts";
import { assessmentFields } from "#functions/privacy/stored-fields.ts";
import { storedItems } from "#functions/privacy/stored-items.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { noteSignIn } from "#functions/store/console-users.ts";
import { addJob } from "#functions/store/jobs.ts";
import { readLeadDays } from "#functions/store/lead-days.ts";
import { chooseMails } from "#functions/store/mail-choices.ts";
import { keepRecord } from "#functions/store/records.ts";
import { keepSession } from "#functions/store/sessions.ts";
import { noteSoftBounce } from "#functions/store/soft-bounces.ts";
import { privatePath } from "#functions/tokens.ts";
import { consentWordings } from "#shared/consent-wording.ts";
import { createTestWorker } from "../delivery/test-worker.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { wholeTable } from "../store/whole-table.ts";
import { createTestApp, submitWithProof, testConfig, testSecrets } from "../test-app.ts";

let services: LocalServices;
beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());

/** Has the code write every kind of item. */
async function live(): Promise<void> {
  const { table } = services;
  const app = createTestApp(table);
  const erased = await submitWithProof(app, sampleSubmission());
  const { id, resultUrl } = await submitWithProof(app, sampleSubmission());
  await createTestWorker({ ...services, now: () => new Date() }).deliver(id);
  await app.post(`${resultUrl}/consent`, new URLSearchParams({ benchmark: "on" }));
  const lead = await readAssessment(table, id);
  if (lead === null) throw new Error("The assessment was not stored.");
  const report = privatePath(testSecrets.token, lead, "report");
  await app.post(`${report}/pulse`, new URLSearchParams({ invited: "5" }));
  await app.request("/api/events", { method: "POST", body: JSON.stringify({ event: "view", page: "/" }) });
  const now = () => new Date();
  await eraseLead({ table, config: testConfig, secrets: testSecrets, now }, erased.id);
  await addJob(table, "digest-2030-01-01", { kind: "digest", until: now().toISOString() }, now());
  const person = { id: "one", name: "Sales (sample)" };
  await noteSignIn(table, { person, role: "sales" }, "a-hash", now());
  const times = { signedInAt: now().toISOString(), seenAt: now().toISOString() };
  await keepSession(table, "a-hash", { person, role: "sales", ...times }, 2_000_000_000);
  await keepRecord(table, { at: now().toISOString(), by: person, what: "exported", detail: "CSV, 2 leads" });
  await chooseMails(table, "a-hash", { choice: "fewer", at: now(), expiresAt: 2_000_000_000 });
  await readLeadDays(table, ["2026-01-01"], now());
  await noteSoftBounce(table, "a-hash", { messageId: "one", at: now() });
}

describe("the records of processing", () => {
  test("are those of this code and this configuration; otherwise run npm run records", () => {
    const file = new URL("../../../functions/privacy/records-of-processing.md", import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(recordsOfProcessing(testConfig));
  });

  test("name every item and every attribute that the code writes", async () => {
    await live();
    const unnamed: string[] = [];
    const seen = new Set<string>();
    for (const item of await wholeTable(services.table)) {
      const kind = String(item.pk).split("#")[0] ?? "";
      seen.add(kind);
      const known = storedItems.find(({ key }) => key === kind);
      const fields = new Set([
        "pk",
        ...Object.keys(known?.fields ?? {}),
        ...(kind === "ASSESSMENT" ? Object.keys(assessmentFields) : []),
      ]);
      // A counter's attributes are the names of what it counts.
      if (kind !== "COUNTER")
        unnamed.push(
          ...Object.keys(item)
            .filter((name) => !fields.has(name))
            .map((name) => `${kind}: ${name}`),
        );
      if (known === undefined) unnamed.push(kind);
    }
    expect(unnamed).toEqual([]);
    expect([...seen].sort()).toEqual(storedItems.map(({ key }) => key).sort());
  });

  test("change with the operator's configuration", () => {
    const text = recordsOfProcessing({
      ...testConfig,
      privacy: { ...testConfig.privacy, retentionMonths: 7, storageRegion: "Ireland" },
      sales: { ...testConfig.sales, notices: { ...testConfig.sales.notices, slack: true } },
    });
    expect(text).toContain("| Deleted after | 7 months");
    expect(text).toContain("| Stored in | Ireland |");
    expect(text).toContain("| Slack |");
  });
});

test("a wording of consent that was shown is never edited", () => {
  expect(consentWordings.find(({ version }) => version === "2026-1")).toEqual({
    version: "2026-1",
    request: "Send me the report",
    boxes: {
      followUps: "Up to four mails with checklists, days 3, 8, 15 and 90. One click stops them.",
      benchmark: "Include our answers, without names, in industry figures for 20 or more organizations.",
      reportOnly: "Report only: nobody from sales writes or calls.",
    },
  });
});
