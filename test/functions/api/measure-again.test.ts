/** Measure again, by the plain form as a browser without JavaScript sends it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leadDossier } from "#functions/notices/lead-dossier.ts";
import { renderReport } from "#functions/pdf/render-report.tsx";
import { reportOf } from "#functions/report.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { readReport } from "../pdf/read-report.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp, testConfig, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;
let time = Date.parse("2030-06-12T12:00:00.000Z");

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table, { now: () => new Date(time) });
});
afterAll(() => services.stop());

const path = (of: Assessment, scope: Scope) => privatePath(testSecrets.token, of, scope);

async function stored(id: string): Promise<Assessment> {
  const found = await readAssessment(services.table, id);
  if (found === null) throw new Error("The assessment was not stored.");
  return found;
}

async function measured(daysAgo = 90): Promise<Assessment> {
  const submission = sampleSubmission();
  const { id } = await submitWithProof(app, {
    ...submission,
    answers: { ...submission.answers, B2: 0, I1: "unknown", N1: 3 },
  });
  time += daysAgo * 86_400_000;
  return stored(id);
}

/** What a browser sends of a form whose fields nobody touched: everything that is checked or typed. */
function untouched(page: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [input] of page.matchAll(/<input [^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1];
    const [name, type, value] = [attribute("name"), attribute("type"), attribute("value")];
    const sent = type === "radio" || type === "checkbox" ? / checked(?:=|\s|\/|>)/.test(input) : true;
    if (name !== undefined && sent) fields.set(name, value ?? "on");
  }
  return fields;
}

const form = async (of: Assessment) => (await app.request(`${path(of, "report")}/again`)).text();

async function again(of: Assessment, changes: Record<string, string>): Promise<Assessment> {
  const fields = untouched(await form(of));
  for (const [name, value] of Object.entries(changes)) fields.set(name, value);
  const response = await app.post(`${path(of, "report")}/again`, fields);
  expect(response.status).toBe(303);
  const to = response.headers.get("location") ?? "";
  const bytes = Buffer.from(to.slice(3), "base64url").toString("hex", 1, 17);
  return stored(bytes.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
}

describe("the form that measures again", () => {
  test("has the earlier answers filled in, unknown and weak ones first", async () => {
    const before = await measured();
    const page = await form(before);
    const fields = untouched(page);
    for (const [id, answer] of Object.entries(before.answers)) expect(fields.get(id)).toBe(String(answer));
    const places = ["I1", "B2", "N1"].map((id) => page.indexOf(`id="${id}-field"`));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(page.indexOf("<details")).toBeGreaterThan(places[1] ?? 0);
    expect(page.indexOf("<details")).toBeLessThan(places[2] ?? 0);
    expect(page).not.toContain("<script");
  });

  test("opens from the mailed link only, and changes nothing by being opened", async () => {
    const before = await measured(1);
    for (const scope of ["result", "confirm", "sales", "share"] as const) {
      expect((await app.request(`${path(before, scope)}/again`)).status).toBe(404);
      expect((await app.post(`${path(before, scope)}/again`)).status).toBe(404);
    }
    await form(before);
    expect(await stored(before.id)).toEqual(before);
  });

  test("with mistakes comes back as it was filled in, with each at its field", async () => {
    const before = await measured();
    const fields = untouched(await form(before));
    fields.set("infrastructurePeople", "many");
    fields.delete("B2");
    fields.set("step-R01", "put-off");
    const response = await app.post(`${path(before, "report")}/again`, fields);
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain("There is a problem");
    expect(page).toContain('href="#B2-0"');
    expect(page).toContain('id="infrastructurePeople-error"');
    expect(page).toMatch(/id="step-R01-put-off"[^>]* checked/);
  });
});

describe("measured again", () => {
  test("is an assessment of its own, mailed to the same address; the first stays untouched", async () => {
    const before = await measured();
    const after = await again(before, { B2: "3", I1: "2", "step-R01": "done" });
    expect(await stored(before.id)).toEqual(before);
    expect(after.id).not.toBe(before.id);
    expect(after.contact).toEqual(before.contact);
    expect(after.steps.map(({ name }) => name)).toContain("report");
    expect(after.earlier).toMatchObject({
      id: before.id,
      firstId: before.id,
      date: before.createdAt.slice(0, 10),
      scorecard: before.scorecard,
      outcomes: { R01: "done" },
    });
    expect((await again(after, { B2: "2" })).earlier).toMatchObject({ id: after.id, firstId: before.id });
  });

  test("sent twice is one assessment", async () => {
    const before = await measured();
    const fields = untouched(await form(before));
    const post = async () =>
      (await app.post(`${path(before, "report")}/again`, fields)).headers.get("location");
    expect(await post()).toBe(await post());
  });

  test("cannot be sent with another contact than that of before", async () => {
    const before = await measured();
    const after = await again(before, { email: "stranger@elsewhere.example", organisation: "Other" });
    expect(after.contact).toEqual(before.contact);
  });

  test("shows before and after with the answers behind them, and what was done", async () => {
    const before = await measured();
    const after = await again(before, {
      B2: "3",
      I1: "2",
      N1: "0",
      "step-R01": "done",
      "step-R07": "put-off",
    });
    const page = await (await app.request(path(after, "report"))).text();
    expect(page).toContain("Measured again: what changed since");
    const { change } = reportOf(after, testConfig, "full");
    expect(change?.summary).toContain(
      `Readiness went from ${before.scorecard.overall} to ${after.scorecard.overall}.`,
    );
    expect(page).toContain(change?.summary);
    expect(change?.flags).toContain("Red flags gone: B2.");
    const reasons = change?.domains.flatMap(({ because }) => because) ?? [];
    expect(reasons.some((text) => text.includes("found out since"))).toBe(true);
    expect(change?.steps.find(({ recommendationId }) => recommendationId === "R01")).toMatchObject({
      said: "Done, you say",
      state: "done",
    });
    const { bytes } = await renderReport(reportOf(after, testConfig, "full"), testConfig);
    const { pages } = await readReport(bytes);
    expect(pages.join(" ")).toContain("Compared only with yourself");
  });

  test("tells sales the technical change, and nothing of how the work is carried", async () => {
    const before = await measured();
    const after = await again(before, { B2: "3", OC1: "3", SK1: "3" });
    const dossier = leadDossier({
      assessment: after,
      occasion: "new",
      config: testConfig,
      links: { report: "r", console: "c" },
      now: new Date(time),
    });
    expect(dossier.news).toMatch(
      new RegExp(
        `^Measured again, before on .*readiness ${before.scorecard.overall} before, ${after.scorecard.overall} now; red flags gone: B2; \\d+ steps? of the plan`,
      ),
    );
    const shared = await (await app.request(path(after, "share"))).text();
    expect(shared).toContain("Measured again");
    expect(shared).not.toContain("By cause of load");
    expect(shared).not.toContain("Load on the team");
    const { change } = reportOf(after, testConfig, "without-people");
    expect(change?.causes).toEqual([]);
    expect(change?.steps.some(({ recommendationId }) => recommendationId === "R21")).toBe(false);
  });
});
