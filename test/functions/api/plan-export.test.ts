import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAssessment } from "#functions/store/assessments.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import { readCsv } from "../../shared/report/exports/read-csv.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;
let createdAt: string;
const submission = sampleSubmission();

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
  await app.submit(submission);
  const stored = await readAssessment(services.table, submission.submissionId);
  createdAt = stored?.createdAt ?? "";
});
afterAll(() => services.stop());

const pathOf = (scope: Scope) =>
  privatePath(testSecrets.token, { id: submission.submissionId, createdAt }, scope);

interface Exported {
  variant: string;
  date: string;
  organisation: string;
  tasks: { title: string; reference: string }[];
}

async function json(path: string): Promise<Exported> {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return (await response.json()) as Exported;
}

describe("the plan for a task tracker", () => {
  test.each([
    ["plan.csv", "text/csv; charset=utf-8"],
    ["plan.json", "application/json; charset=utf-8"],
  ])("comes as a download that no cache keeps: %s", async (file, type) => {
    const response = await app.request(`${pathOf("report")}/${file}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="digital-readiness-${file}"`,
    );
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
  });

  test("is the same plan in both, dated from the day of the answers", async () => {
    const exported = await json(`${pathOf("report")}/plan.json`);
    expect(exported).toMatchObject({
      variant: "full",
      date: createdAt.slice(0, 10),
      organisation: "Sample MRO",
    });
    const text = await (await app.request(`${pathOf("report")}/plan.csv`)).text();
    const [, ...rows] = readCsv(text.replace(/^\uFEFF/, ""));
    expect(rows.map(([title]) => title)).toEqual(exported.tasks.map(({ title }) => title));
  });

  test("leaves out how the work is carried when asked to, and always for sales", async () => {
    for (const path of [
      `${pathOf("report")}/plan.json?variant=without-people`,
      `${pathOf("sales")}/plan.json`,
      `${pathOf("sales")}/plan.json?variant=full`,
    ]) {
      const { variant, tasks } = await json(path);
      expect(variant).toBe("without-people");
      expect(tasks.filter(({ reference }) => /^R(?:2[1-9]|30)$/.test(reference))).toEqual([]);
    }
    const { tasks } = await json(`${pathOf("report")}/plan.json`);
    expect(tasks.map(({ reference }) => reference)).toContain("R21");
  });

  test.each(["result", "confirm"] as const)("is not opened by the link of the scope %s", async (scope) => {
    for (const file of ["plan.csv", "plan.json"])
      expect((await app.request(`${pathOf(scope)}/${file}`)).status).toBe(404);
  });

  test("is not handed out in full for a mistyped variant", async () => {
    expect((await app.request(`${pathOf("report")}/plan.csv?variant=without-peple`)).status).toBe(404);
  });

  test("is linked beside the PDF, in the version that is shown", async () => {
    const page = async (path: string) => (await app.request(path)).text();
    const path = pathOf("report");
    expect(await page(path)).toContain(`action="${path}/plan.csv"`);
    expect(await page(path)).toContain(`action="${path}/plan.json"`);
    expect(await page(`${path}?variant=without-people`)).toContain(
      `href="${path}/plan.csv?variant=without-people"`,
    );
    expect(await page(pathOf("sales"))).toContain(
      `href="${pathOf("sales")}/plan.csv?variant=without-people"`,
    );
    expect(await page(pathOf("result"))).not.toContain("/plan.csv");
  });
});
