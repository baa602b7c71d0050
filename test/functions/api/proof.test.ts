import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
});
afterAll(() => services.stop());

describe("proof of work", () => {
  test("that does not hold is refused with 422 at /proof", async () => {
    for (const proof of ["x", Buffer.from("{}").toString("base64")]) {
      const response = await app.submit({ ...sampleSubmission(), proof });
      expect(response.status).toBe(422);
      expect((await response.json()).errors).toMatchObject([{ pointer: "/proof", field: "proof" }]);
    }
  });

  test("serves one submission", async () => {
    const proof = await app.proof();
    expect((await app.submit({ ...sampleSubmission(), proof })).status).toBe(201);
    expect((await app.submit({ ...sampleSubmission(), proof })).status).toBe(422);
  });

  test("is not judged again when the same submission is repeated", async () => {
    const submission = { ...sampleSubmission(), proof: await app.proof() };
    expect((await app.submit(submission)).status).toBe(201);
    expect((await app.submit(submission)).status).toBe(200);
    expect((await app.submit({ ...submission, proof: "spent" })).status).toBe(200);
  });

  test("is not spent once more by a submission that was deleted and is sent again", async () => {
    const submission = { ...sampleSubmission(), proof: await app.proof() };
    const { resultUrl } = await (await app.submit(submission)).json();
    expect((await app.post(`${resultUrl}/delete`)).status).toBe(200);
    expect((await app.submit(submission)).status).toBe(422);
    expect((await app.submit({ ...submission, proof: await app.proof() })).status).toBe(201);
  });

  test("altered to be easier is refused", async () => {
    const payload = JSON.parse(Buffer.from(await app.proof(), "base64").toString());
    payload.challenge.parameters.cost = 2;
    const proof = Buffer.from(JSON.stringify(payload)).toString("base64");
    expect((await app.submit({ ...sampleSubmission(), proof })).status).toBe(422);
  });
});
