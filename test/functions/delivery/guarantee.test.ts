/** What becomes of a mail when nobody knows whether it went: requested ones go again after a wait, marketing never. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTopicHandler } from "#functions/feedback/topic-handler.ts";
import { createLog } from "#functions/log.ts";
import { addressKey, confirmAddress, readAddress } from "#functions/store/addresses.ts";
import { owedStep, type StepName } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { notification, sesEvent, topicArn } from "../feedback/ses-events.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { type MailGate, startMailGate } from "../mail-gate.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, testConfig, testSecrets } from "../test-app.ts";
import {
  createClock,
  createTestWorker,
  smallMail,
  storedStep,
  type TestClock,
  testPolicy,
} from "./test-worker.ts";

let services: LocalServices;
let gate: MailGate;
let clock: TestClock;

beforeAll(async () => {
  services = await startLocalServices();
  gate = await startMailGate(services.mailEndpoint);
});
afterAll(async () => {
  await gate.stop();
  await services.stop();
});
beforeEach(() => {
  gate.next.length = 0;
  clock = createClock();
});

const newWorker = (changes = {}) =>
  createTestWorker({ table: services.table, mailEndpoint: gate.endpoint, now: clock.now }, changes);

/** An assessment that owes just this step, with all that a follow-up needs. */
async function owing(name: StepName) {
  const consent = { followUps: true, benchmark: false, reportOnly: false };
  const submission = sampleSubmission({ consent, timeZone: "Europe/London" });
  const { submissionId: id, contact } = submission;
  await createTestApp(services.table, { now: clock.now }).submit(submission);
  await changeAssessment(services.table, id, () => ({ steps: [owedStep(name, clock.now())] }));
  const key = addressKey(testSecrets.address, contact.email);
  await confirmAddress(services.table, key, clock.now(), 2_000_000_000);
  const report = createTopicHandler({
    config: testConfig,
    table: services.table,
    topicArn,
    addressSecret: testSecrets.address,
    now: clock.now,
    log: createLog(() => undefined),
  });
  return {
    id,
    step: () => storedStep(services.table, id, name),
    mails: async () => (await services.mailsTo(contact.email)).length,
    reported: () =>
      report(
        notification(JSON.stringify(sesEvent("send", { step: `${id}_${name}`, recipient: contact.email }))),
      ),
    suppressed: async () => (await readAddress(services.table, key)).suppressed,
  };
}

describe.each(["report", "follow-up-3"] as const)("the mail of the step %s", (name) => {
  test("is written down as sending before it is handed to SES, and under SES's own id after", async () => {
    const { id, step } = await owing(name);
    const seen: string[] = [];
    const send = async () => {
      seen.push((await step()).state);
      return "0100-a";
    };
    await newWorker({ send }).deliver(id);
    expect(seen).toEqual(["sending"]);
    expect(await step()).toMatchObject({ state: "done", attempts: 1, messageIds: ["0100-a"] });
  });

  test("waits for SES to report it when the answer was lost; reported, it never goes again", async () => {
    const { id, step, mails, reported } = await owing(name);
    gate.next.push("cut");
    await newWorker().deliver(id);
    expect(await step()).toMatchObject({ state: "sending", lastError: "ses-unavailable" });
    clock.advance(testPolicy.sendingWaitMs - 1);
    await newWorker().deliver(id);
    expect(await mails()).toBe(1);
    await reported();
    clock.advance(86_400_000);
    await newWorker().deliver(id);
    expect(await mails()).toBe(1);
    expect(await step()).toMatchObject({ state: "done" });
  });

  test("is tried again when SES says that it did not take it", async () => {
    const { id, step, mails } = await owing(name);
    gate.next.push("reject", "throttle", "fail");
    const worker = newWorker();
    for (let round = 0; round < 4; round += 1) {
      await worker.deliver(id);
      clock.advance(testPolicy.backoff.ceilingMs);
    }
    expect(await mails()).toBe(1);
    expect(await step()).toMatchObject({ state: "done", attempts: 3 });
  });
});

/** Leaves the step as a worker does that dies with the mail in its hand. */
async function dieWhileSending(id: string): Promise<void> {
  let handed: (value: unknown) => void = () => undefined;
  const inHand = new Promise((resolve) => {
    handed = resolve;
  });
  void newWorker({ send: () => new Promise(() => handed(null)) }).deliver(id);
  await inHand;
  clock.advance(testPolicy.leaseMs);
}

test("a requested mail that nobody reported goes again after the wait, and not before", async () => {
  const { id, step, mails } = await owing("report");
  await dieWhileSending(id);
  await newWorker().deliver(id);
  expect(await mails()).toBe(0);
  clock.advance(testPolicy.sendingWaitMs);
  await newWorker().deliver(id);
  expect(await mails()).toBe(1);
  expect(await step()).toMatchObject({ state: "done", attempts: 2 });
});

test("a requested mail is given up when no try of it was ever answered", async () => {
  const { id, step } = await owing("report");
  for (let attempt = 0; attempt <= testPolicy.maxAttempts; attempt += 1) {
    gate.next.push("cut");
    await newWorker().deliver(id);
    clock.advance(testPolicy.sendingWaitMs);
  }
  expect(await step()).toMatchObject({ state: "failed", attempts: 3, lastError: "ses-unavailable" });
});

test("a requested mail does not go again when SES reports the first while the second is composed", async () => {
  const { id, mails, step, reported } = await owing("report");
  gate.next.push("cut");
  await newWorker().deliver(id);
  clock.advance(testPolicy.sendingWaitMs);
  const compose = async (...composed: Parameters<typeof smallMail>) => {
    await reported();
    return smallMail(...composed);
  };
  expect(await newWorker({ compose }).deliver(id)).toBe("settled");
  expect(await mails()).toBe(1);
  expect(await step()).toMatchObject({ state: "done" });
});

test("a follow-up in the hand of a worker that died never goes again; reported late, it counts as done", async () => {
  const { id, step, mails, reported } = await owing("follow-up-3");
  await dieWhileSending(id);
  clock.advance(testPolicy.sendingWaitMs);
  for (let day = 0; day < 3; day += 1) {
    await newWorker().deliver(id);
    clock.advance(86_400_000);
  }
  expect(await mails()).toBe(0);
  expect(await step()).toMatchObject({ state: "unknown", attempts: 1 });
  await reported();
  expect(await step()).toMatchObject({ state: "done" });
});
