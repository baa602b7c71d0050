import { afterAll, beforeAll, expect, test } from "vitest";
import { stepId } from "#functions/delivery/step-id.ts";
import { createTopicHandler } from "#functions/feedback/topic-handler.ts";
import { createLog } from "#functions/log.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { StepName, StepState } from "#functions/store/assessment-item.ts";
import { changeAssessment, deleteAssessment, readAssessment } from "#functions/store/assessments.ts";
import { TableUnavailable } from "#functions/store/failures.ts";
import { openTable } from "#functions/store/table.ts";
import { createTestWorker, smallMail, storedStep } from "../delivery/test-worker.ts";
import { type LocalServices, localAws, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;
const logLines: string[] = [];

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
});
afterAll(() => services.stop());

const now = () => new Date("2026-06-12T12:00:00.000Z");
const handlerOver = (table = services.table) =>
  createTopicHandler({
    table,
    addressSecret: testSecrets.address,
    now,
    log: createLog((line) => logLines.push(line)),
  });

const notification = (message: string) => ({
  Records: [{ EventSource: "aws:sns", EventVersion: "1.0", Sns: { Type: "Notification", Message: message } }],
});

/** An event as SES publishes it, shortened to what is true of every one. */
function sesEvent(eventType: string, step: string, details: object = {}) {
  const tags = { step: [step], kind: ["report"], "ses:configuration-set": ["Requested"] };
  return notification(
    JSON.stringify({
      eventType,
      mail: { messageId: "0100", destination: ["a@example.com"], tags },
      ...details,
    }),
  );
}

async function accepted() {
  const submission = sampleSubmission();
  await submitWithProof(app, submission);
  const { submissionId: id, contact } = submission;
  return {
    id,
    email: contact.email,
    stepId: (name: StepName = "report") => stepId({ assessmentId: id, name }),
    suppressed: async () =>
      (await readAddress(services.table, addressKey(testSecrets.address, contact.email))).suppressed?.why,
  };
}

async function inState(id: string, state: StepState, attempts = 1): Promise<void> {
  await changeAssessment(services.table, id, ({ steps }) => ({
    steps: steps.map((step) => (step.name === "report" ? { ...step, state, attempts } : step)),
  }));
}

const bounced = (address: string, bounceType: string) => ({
  bounce: {
    bounceType,
    bounceSubType: "General",
    bouncedRecipients: [{ emailAddress: address, status: "5.1.1" }],
  },
});
const complained = (address: string) => ({
  complaint: { complainedRecipients: [{ emailAddress: address }], complaintFeedbackType: "abuse" },
});

test.each([["Send"], ["Delivery"]])(
  "%s settles a step whose outcome a crash left open",
  async (eventType) => {
    const { id, stepId } = await accepted();
    await inState(id, "sending");
    await handlerOver()(sesEvent(eventType, stepId()));
    expect(await storedStep(services.table, id, "report")).toMatchObject({ state: "done", lastError: null });
    expect(await storedStep(services.table, id, "sales-notice")).toMatchObject({ state: "owed" });
  },
);

test("Send settles a step owed again because the answer of SES was lost, so that it does not go twice", async () => {
  const { id, email, stepId } = await accepted();
  await inState(id, "owed");
  await handlerOver()(sesEvent("Send", stepId()));
  const later = () => new Date(Date.now() + 86_400_000);
  await createTestWorker({ ...services, now: later }).deliver(id);
  expect(await services.mailsTo(email)).toEqual([]);
});

test("Send while the worker still waits for SES is not undone when the worker gives up waiting", async () => {
  const { id, stepId } = await accepted();
  const worker = createTestWorker(
    { ...services, now: () => new Date() },
    {
      compose: smallMail,
      send: async (message) => {
        if (message.tags.step !== stepId()) return;
        await handlerOver()(sesEvent("Send", stepId()));
        throw new Error("no answer");
      },
    },
  );
  await worker.deliver(id);
  expect(await storedStep(services.table, id, "report")).toMatchObject({ state: "done" });
});

test("Send about a step that was given up changes nothing", async () => {
  const { id, stepId } = await accepted();
  await inState(id, "failed");
  await handlerOver()(sesEvent("Send", stepId()));
  expect(await storedStep(services.table, id, "report")).toMatchObject({ state: "failed" });
});

test("Reject makes the step failed, so that the page offers the download", async () => {
  const { id, stepId } = await accepted();
  await inState(id, "done");
  await handlerOver()(sesEvent("Reject", stepId()));
  expect(await storedStep(services.table, id, "report")).toMatchObject({
    state: "failed",
    lastError: "ses-rejected",
  });
});

test("a permanent bounce suppresses the address", async () => {
  const { email, stepId, suppressed } = await accepted();
  await handlerOver()(sesEvent("Bounce", stepId(), bounced(`Jo <${email.toUpperCase()}>`, "Permanent")));
  expect(await suppressed()).toBe("bounce");
});

test.each(["Transient", "Undetermined"])("a bounce that may pass does not: %s", async (bounceType) => {
  const { email, stepId, suppressed } = await accepted();
  await handlerOver()(sesEvent("Bounce", stepId(), bounced(email, bounceType)));
  expect(await suppressed()).toBeUndefined();
});

test("a complaint suppresses the address, kept apart from a bounce", async () => {
  const { email, stepId, suppressed } = await accepted();
  await handlerOver()(sesEvent("Complaint", stepId(), complained(email)));
  expect(await suppressed()).toBe("complaint");
});

test("a bounce of the sales notice silences no prospect of that address", async () => {
  const { email, stepId, suppressed } = await accepted();
  await handlerOver()(sesEvent("Bounce", stepId("sales-notice"), bounced(email, "Permanent")));
  expect(await suppressed()).toBeUndefined();
});

test("the same event twice is the same as once", async () => {
  const { id, stepId } = await accepted();
  await inState(id, "sending");
  await handlerOver()(sesEvent("Send", stepId()));
  const once = await readAssessment(services.table, id);
  await handlerOver()(sesEvent("Send", stepId()));
  expect(await readAssessment(services.table, id)).toEqual(once);
});

test("an event about a deleted assessment brings nothing back", async () => {
  const { id, stepId } = await accepted();
  await deleteAssessment(services.table, id);
  await handlerOver()(sesEvent("Send", stepId()));
  expect(await readAssessment(services.table, id)).toBeNull();
});

test("malformed and foreign events change nothing and are not tried again", async () => {
  const { id, email, suppressed } = await accepted();
  await inState(id, "sending");
  const before = await readAssessment(services.table, id);
  const events = [
    null,
    {},
    { Records: [{ s3: {} }] },
    notification("not json"),
    notification("{}"),
    sesEvent("Open", stepId({ assessmentId: id, name: "report" })),
    sesEvent("Send", "somebody-elses-tag"),
    sesEvent("Send", `${id}_newsletter`),
    sesEvent("Bounce", "somebody-elses-tag", bounced(email, "Permanent")),
    sesEvent("Bounce", stepId({ assessmentId: id, name: "report" }), { bounce: { bounceType: "Permanent" } }),
  ];
  for (const event of events) await expect(handlerOver()(event)).resolves.toBeUndefined();
  expect(await readAssessment(services.table, id)).toEqual(before);
  expect(await suppressed()).toBeUndefined();
});

test("a lost table is thrown, so that the notification comes again", async () => {
  const table = openTable("funnel", { ...localAws, endpoint: "http://127.0.0.1:9", maxAttempts: 1 });
  const { stepId } = await accepted();
  await expect(handlerOver(table)(sesEvent("Send", stepId()))).rejects.toThrow(TableUnavailable);
});

test("the log names no address", () => {
  expect(logLines.length).toBeGreaterThan(0);
  expect(logLines.join("\n")).not.toContain("@");
});
