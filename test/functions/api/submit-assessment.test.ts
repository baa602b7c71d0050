import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAssessment } from "#functions/store/assessments.ts";
import { openTable } from "#functions/store/table.ts";
import { type LocalServices, localAws, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
});
afterAll(() => services.stop());

interface Problem {
  status: number;
  title: string;
  detail: string;
  errors?: { pointer: string; field: string; message: string }[];
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = (await response.json()) as Problem;
  expect(body.status).toBe(response.status);
  return body;
}

describe("a first submission", () => {
  test("is answered 201 with its id, the result page and the scorecard", async () => {
    const submission = sampleSubmission();
    const response = await app.submit(submission);
    expect(response.status).toBe(201);
    const body = await response.json();
    expect(body.id).toBe(submission.submissionId);
    expect(body.resultUrl).toMatch(/^\/r\/[\w-]{60,}$/);
    expect(body.scorecard).toMatchObject({ overall: 57, tsr: 50, level: "Managed", band: "Strained" });
    expect(body.scorecard.domains).toEqual({ BKP: 53, PVM: 53, IAM: 76, MIR: 44, NIL: 56, CED: 69, DOC: 44 });
  });

  test("is stored with answers, consent, frozen scorecard and the steps owed before it is answered", async () => {
    const submission = sampleSubmission({ consent: { followUps: true, benchmark: false, reportOnly: true } });
    await app.submit(submission);
    const stored = await readAssessment(services.table, submission.submissionId);
    expect(stored).toMatchObject({
      answers: submission.answers,
      contact: submission.contact,
      consent: { followUps: true, benchmark: false, reportOnly: true, wording: "2026-1" },
      scorecard: { overall: 57 },
      status: "new",
    });
    expect(stored?.steps.map(({ name, state }) => [name, state])).toEqual([
      ["confirmation", "owed"],
      ["sales-notice", "owed"],
    ]);
    expect(app.owed).toContain(submission.submissionId);
  });

  test("owes the report at once when it carries proof of work", async () => {
    const submission = sampleSubmission();
    await submitWithProof(app, submission);
    const stored = await readAssessment(services.table, submission.submissionId);
    expect(stored?.steps.map(({ name }) => name)).toEqual(["report", "sales-notice"]);
  });

  test("keeps no people answers when nobody in-house runs infrastructure", async () => {
    const submission = sampleSubmission(
      {},
      "nobody in-house, nobody knows: no number, sustainability not applicable",
    );
    const response = await app.submit({ ...submission, answers: { ...submission.answers, SK1: 0 } });
    expect((await response.json()).scorecard).toMatchObject({ tsr: null, tsrState: "not applicable" });
    const stored = await readAssessment(services.table, submission.submissionId);
    expect(stored?.answers).not.toHaveProperty("SK1");
  });
});

describe("the same submission again", () => {
  test("is answered 200 with the same body and has no second effect", async () => {
    const submission = sampleSubmission();
    const first = await app.submit(submission);
    const owedBefore = app.owed.length;
    const again = await app.submit(submission);
    expect(again.status).toBe(200);
    expect(await again.text()).toBe(await first.text());
    expect(app.owed).toHaveLength(owedBefore);
    expect((await readAssessment(services.table, submission.submissionId))?.revision).toBe(0);
  });

  test("is the same whatever the order of its fields", async () => {
    const submission = sampleSubmission();
    await app.submit(submission);
    const reversed = Object.fromEntries(Object.entries(submission).reverse());
    const answers = Object.fromEntries(Object.entries(submission.answers).reverse());
    expect((await app.submit({ ...reversed, answers })).status).toBe(200);
  });

  test("is refused with 409 when its content differs", async () => {
    const submission = sampleSubmission();
    await app.submit(submission);
    const response = await app.submit({ ...submission, answers: { ...submission.answers, B1: 0 } });
    expect(response.status).toBe(409);
    await problemOf(response);
  });

  test("is accepted once when sent ten times at once", async () => {
    const submission = sampleSubmission();
    const responses = await Promise.all(Array.from({ length: 10 }, () => app.submit(submission)));
    const statuses = responses.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(await Promise.all(responses.map((response) => response.text()))).size).toBe(1);
    expect(app.owed.filter((id) => id === submission.submissionId)).toHaveLength(1);
  });
});

describe("a mistake", () => {
  const post = (body: string, type = "application/json") =>
    app.request("/api/assessments", { method: "POST", headers: { "content-type": type }, body });

  test("in the JSON itself is answered 400", async () => {
    const response = await post("{ not json");
    expect(response.status).toBe(400);
    expect((await problemOf(response)).detail).toContain("not valid JSON");
  });

  test("in the media type is answered 415", async () => {
    const response = await post("<xml/>", "application/xml");
    expect(response.status).toBe(415);
    await problemOf(response);
  });

  test("in the size is answered 413", async () => {
    const response = await post(JSON.stringify({ filler: "x".repeat(70_000) }));
    expect(response.status).toBe(413);
    await problemOf(response);
  });

  test("in several fields is answered 422 with one entry for each", async () => {
    const sample = sampleSubmission();
    const response = await app.submit({
      ...sample,
      answers: { ...sample.answers, B1: 4, LAB1: 2, ZZ9: 1, B2: "na" },
      contact: { email: "nobody", organisation: "Sample MRO" },
    });
    expect(response.status).toBe(422);
    const { errors = [] } = await problemOf(response);
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      "/answers/B1",
      "/answers/B2",
      "/answers/LAB1",
      "/answers/ZZ9",
      "/contact/email",
    ]);
    expect(errors.find(({ field }) => field === "email")?.message).toBe(
      "Enter an email address like name@company.com.",
    );
  });

  test("in the edition is answered 422 naming it", async () => {
    const response = await app.submit(sampleSubmission({ edition: "1999-9" }));
    expect(response.status).toBe(422);
    const { errors = [] } = await problemOf(response);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ pointer: "/edition" });
    expect(errors[0]?.message).toContain("1999-9");
  });

  test("in the name of a field is answered 422 naming it", async () => {
    const response = await app.submit({ ...sampleSubmission(), surprise: 1 });
    expect((await problemOf(response)).errors?.map(({ pointer }) => pointer)).toEqual(["/surprise"]);
  });

  test("of a body that is no object is answered 422", async () => {
    for (const body of ["null", "[]", '"text"', "7"]) expect((await post(body)).status).toBe(422);
  });

  test("is stored nowhere", async () => {
    const submission = sampleSubmission({ edition: "1999-9" });
    await app.submit(submission);
    expect(await readAssessment(services.table, submission.submissionId)).toBeNull();
  });
});

describe("the limit of one source", () => {
  test("answers 429 with Retry-After once it is used up, and lets others through", async () => {
    const limited = createTestApp(services.table, { submissionsPerSourcePerHour: 2 });
    const from = { "x-test-source": "198.51.100.7" };
    const first = sampleSubmission();
    expect((await limited.submit(first, from)).status).toBe(201);
    expect((await limited.submit(sampleSubmission(), from)).status).toBe(201);
    const refused = await limited.submit(sampleSubmission(), from);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await problemOf(refused);
    expect((await limited.submit(first, from)).status).toBe(200);
    expect((await limited.submit(sampleSubmission(), { "x-test-source": "198.51.100.8" })).status).toBe(201);
  });
});

describe("the limit of one IPv6 network", () => {
  test("is shared by its addresses, of which a subscriber has as many as there are grains of sand", async () => {
    const limited = createTestApp(services.table, { submissionsPerSourcePerHour: 1 });
    const from = (address: string) => ({ "x-test-source": address });
    expect((await limited.submit(sampleSubmission(), from("2001:db8:5::1"))).status).toBe(201);
    expect((await limited.submit(sampleSubmission(), from("2001:db8:5::2"))).status).toBe(429);
    expect((await limited.submit(sampleSubmission(), from("2001:db8:5:1::1"))).status).toBe(201);
  });
});

describe("a lost table", () => {
  test("is answered 503 with Retry-After, and nothing of it reaches the caller", async () => {
    const table = openTable("funnel", { ...localAws, endpoint: "http://127.0.0.1:9", maxAttempts: 1 });
    const cut = createTestApp(table);
    const response = await cut.submit(sampleSubmission());
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(JSON.stringify(await problemOf(response))).not.toContain("127.0.0.1");
    expect((await cut.request("/api/health")).status).toBe(503);
  });
});

describe("the log", () => {
  test("holds ids and neither addresses nor answers", async () => {
    const submission = sampleSubmission();
    await app.submit(submission);
    const log = app.logLines.join("\n");
    expect(log).toContain(submission.submissionId);
    expect(log).not.toContain(submission.contact.email);
    expect(log).not.toContain(submission.contact.organisation);
  });
});
