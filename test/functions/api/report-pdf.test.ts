import { afterAll, beforeAll, expect, test } from "vitest";
import { pdfsPerMinute } from "#functions/api/report-pdf.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { readReport } from "../pdf/read-report.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
});
afterAll(() => services.stop());

async function accepted() {
  const { id } = await submitWithProof(app, sampleSubmission());
  const stored = await readAssessment(services.table, id);
  if (stored === null) throw new Error("The assessment was not stored.");
  return { id, path: (scope: Scope) => privatePath(testSecrets.token, stored, scope) };
}

async function mailFails(id: string): Promise<void> {
  await changeAssessment(services.table, id, ({ steps }) => ({
    steps: steps.map((step) => (step.name === "report" ? { ...step, state: "failed" as const } : step)),
  }));
}

/** Each draws a whole report. */
const timeout = 60_000;

const page = async (path: string) => (await app.request(path)).text();
const status = async (path: string) => (await app.request(path)).status;

test("the form's link opens no PDF, unless the mail failed", { timeout }, async () => {
  const { id, path } = await accepted();
  expect(await status(`${path("result")}/report.pdf`)).toBe(404);
  expect(await status(`${path("confirm")}/report.pdf`)).toBe(404);
  expect(await page(path("result"))).not.toContain("report.pdf");
  await mailFails(id);
  expect(await page(path("result"))).toContain("The report could not be mailed to this address.");
  expect(await page(path("result"))).toContain(`${path("result")}/report.pdf`);
  expect(await status(`${path("result")}/report.pdf?variant=mistyped`)).toBe(404);
  const response = await app.request(`${path("result")}/report.pdf`);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(Buffer.from(await response.arrayBuffer()).toString("latin1", 0, 5)).toBe("%PDF-");
});

test("sales gets the PDF without the people part, whatever is asked for", { timeout }, async () => {
  const { path } = await accepted();
  const response = await app.request(`${path("sales")}/report.pdf?variant=full`);
  const { outline } = await readReport(new Uint8Array(await response.arrayBuffer()));
  expect(outline.length).toBeGreaterThan(5);
  expect(outline.join("\n")).not.toContain("How the work is carried");
});

test("one source may ask for so many in a minute; the next is a page that says to wait", async () => {
  const ask = () => app.request("/r/wrong/report.pdf", { headers: { "x-test-source": "198.51.100.1" } });
  for (let asked = 0; asked < pdfsPerMinute; asked += 1) expect((await ask()).status).toBe(404);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("60");
  expect(await refused.text()).toContain("Wait a minute.");
});
