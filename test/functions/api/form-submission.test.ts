import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAssessment } from "#functions/store/assessments.ts";
import { openTable } from "#functions/store/table.ts";
import { openToken } from "#functions/tokens.ts";
import { type LocalServices, localAws, startLocalServices } from "../local-services.ts";
import { asForm, sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
});
afterAll(() => services.stop());

const send = (fields: URLSearchParams, to: TestApp = app) => to.post("/api/assessments", fields);

async function storedBehind(response: Response) {
  const token = response.headers.get("location")?.replace("/r/", "") ?? "";
  const opened = openToken(testSecrets.token, token, new Date());
  if (opened === null || opened === "expired") throw new Error("The location holds no valid token.");
  return readAssessment(services.table, opened.assessmentId);
}

describe("the plain form", () => {
  test("is answered 303 to the result page and stored like JSON", async () => {
    const submission = sampleSubmission();
    const response = await send(asForm(submission));
    expect(response.status).toBe(303);
    expect(await storedBehind(response)).toMatchObject({
      answers: submission.answers,
      profile: submission.profile,
      contact: submission.contact,
      consent: { followUps: false, benchmark: false, reportOnly: false },
      source: { page: "/aviation-mro" },
      scorecard: { overall: 57, tsr: 50 },
    });
  });

  test("sent twice is one submission", async () => {
    const fields = asForm(sampleSubmission());
    const first = await send(fields);
    const again = await send(fields);
    expect(again.status).toBe(303);
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
  });

  test("takes ticked boxes as consent", async () => {
    const fields = asForm(sampleSubmission());
    fields.set("reportOnly", "on");
    expect(await storedBehind(await send(fields))).toMatchObject({
      consent: { followUps: false, reportOnly: true },
    });
  });

  test("reads a salary as people write it", async () => {
    const fields = asForm(sampleSubmission());
    fields.set("salary", "95,000");
    expect(await storedBehind(await send(fields))).toMatchObject({ profile: { salary: 95_000 } });
  });

  test("leaves out answers to another industry's overlay, which a visitor cannot take back", async () => {
    const fields = asForm(sampleSubmission());
    fields.set("LAB1", "2");
    const stored = await storedBehind(await send(fields));
    expect(stored?.answers).not.toHaveProperty("LAB1");
    expect(stored?.answers).toHaveProperty("MRO1");
  });

  test("asks no people questions when nobody in-house runs infrastructure", async () => {
    const nobody = "nobody in-house, nobody knows: no number, sustainability not applicable";
    expect((await send(asForm(sampleSubmission({}, nobody)))).status).toBe(303);
  });
});

describe("a form with mistakes", () => {
  test("comes back as 422 with everything typed, a summary and a message at each field, in form order", async () => {
    const fields = asForm(sampleSubmission());
    fields.set("email", "nobody");
    fields.set("organisation", "Sample & Sons");
    fields.delete("B2");
    fields.set("infrastructurePeople", "six");
    const response = await send(fields);
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toContain("text/html");
    const page = await response.text();
    expect(page).toContain("There is a problem");
    expect(page).toContain('value="nobody"');
    expect(page).toContain('value="Sample &amp; Sons"');
    expect(page).toContain('value="six"');
    const places = ['href="#infrastructurePeople"', 'href="#B2-0"', 'href="#email"'].map((link) =>
      page.indexOf(link),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page).toMatch(/id="M1-1"[^>]*checked/);
  });

  test("escapes what was typed", async () => {
    const fields = asForm(sampleSubmission());
    fields.set("organisation", '"><script>alert(1)</script>');
    fields.set("email", "nobody");
    const page = await (await send(fields)).text();
    expect(page).not.toContain("<script>alert");
  });

  test("comes back whole when everything is empty", async () => {
    const response = await send(new URLSearchParams());
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Choose your industry.");
  });

  test("names an unknown question instead of dropping it", async () => {
    const fields = asForm(sampleSubmission());
    fields.set("ZZ9", "1");
    const response = await send(fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("no such question");
  });
});

describe("a form that cannot be stored", () => {
  test("comes back as 503 with everything typed when the table is lost", async () => {
    const table = openTable("funnel", { ...localAws, endpoint: "http://127.0.0.1:9", maxAttempts: 1 });
    const submission = sampleSubmission();
    const response = await send(asForm(submission), createTestApp(table));
    expect(response.status).toBe(503);
    const page = await response.text();
    expect(page).toContain(submission.contact.email);
    expect(page).toContain("Nothing you entered is lost");
  });

  test("comes back as 429 with Retry-After and everything typed when the source is over its limit", async () => {
    const limited = createTestApp(services.table, {
      submissionsPerSourcePerHour: 1,
      sourceOf: () => "203.0.113.9",
    });
    await send(asForm(sampleSubmission()), limited);
    const submission = sampleSubmission();
    const response = await send(asForm(submission), limited);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.text()).toContain(submission.contact.email);
  });

  test("comes back as a page when it is too large", async () => {
    const response = await send(new URLSearchParams({ filler: "x".repeat(70_000) }));
    expect(response.status).toBe(413);
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  test("becomes a new submission when it is sent again after a conflict", async () => {
    const submission = sampleSubmission();
    await app.submit(submission);
    const fields = asForm(submission);
    fields.set("submissionId", submission.submissionId);
    fields.set("B1", "0");
    const response = await send(fields);
    expect(response.status).toBe(409);
    expect(await response.text()).not.toContain(submission.submissionId);
  });
});
