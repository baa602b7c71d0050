import { afterAll, beforeAll, expect, test } from "vitest";
import { readAssessment } from "#functions/store/assessments.ts";
import { goldenCases } from "../../shared/scoring/golden-cases.ts";
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

test.each(goldenCases)(
  "the API answers and keeps the expected scorecard of: $name",
  async ({ name, expected }) => {
    const submission = sampleSubmission({}, name);
    const response = await app.submit(submission);
    expect(response.status).toBe(201);
    const { scorecard } = await response.json();
    expect(scorecard).toMatchObject(expected);
    expect(scorecard.domains).toEqual(expected.domains);
    expect(scorecard.causes).toEqual(expected.causes);
    expect((await readAssessment(services.table, submission.submissionId))?.scorecard).toEqual(scorecard);
  },
);
