import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeAssessment, deleteAssessment, readAssessment } from "#functions/store/assessments.ts";
import { dueAssessments } from "#functions/store/due-assessments.ts";
import type { Table } from "#functions/store/table.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { type MailGate, startMailGate } from "../mail-gate.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp } from "../test-app.ts";
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
let table: Table;
let clock: TestClock;
let app: TestApp;

beforeAll(async () => {
  services = await startLocalServices();
  gate = await startMailGate(services.mailEndpoint);
  table = services.table;
});
afterAll(async () => {
  await gate.stop();
  await services.stop();
});
beforeEach(() => {
  gate.next.length = 0;
  clock = createClock();
  app = createTestApp(table, { now: clock.now });
});

const newWorker = (changes = {}) =>
  createTestWorker({ table, mailEndpoint: gate.endpoint, now: clock.now }, changes);

async function accepted() {
  const submission = sampleSubmission();
  const { id } = await submitWithProof(app, submission);
  const step = (name: "report" | "sales-notice") => storedStep(table, id, name);
  const subjects = async () =>
    (await services.mailsTo(submission.contact.email)).map(({ subject }) => subject);
  const salesMails = async () =>
    (await services.mailsTo(testSales)).filter(({ subject }) => subject.includes(id));
  return { id, step, subjects, salesMails, email: submission.contact.email };
}
const testSales = "sales@remotesupport.example";

async function dueNow(): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of dueAssessments(table, clock.now())) ids.push(id);
  return ids;
}

describe("the worker", () => {
  test("mails the report and tells sales, and then nothing is owed", async () => {
    const { id, step, subjects, salesMails } = await accepted();
    expect(await newWorker().deliver(id)).toBe("settled");
    expect(await subjects()).toEqual([`report of ${id}`]);
    expect(await salesMails()).toHaveLength(1);
    expect(await step("report")).toMatchObject({ state: "done", attempts: 1, lastError: null });
    expect(await step("sales-notice")).toMatchObject({ state: "done", attempts: 1 });
    expect((await readAssessment(table, id))?.lease).toBeNull();
    clock.advance(365 * 86_400_000);
    expect(await dueNow()).not.toContain(id);
  });

  test("does nothing twice", async () => {
    const { id, subjects } = await accepted();
    const worker = newWorker();
    await worker.deliver(id);
    expect(await worker.deliver(id)).toBe("settled");
    expect(await subjects()).toHaveLength(1);
  });

  test("shares with another: of two at once, one sends and the other is told it is busy", async () => {
    const { id, subjects, salesMails } = await accepted();
    const results = await Promise.all([newWorker().deliver(id), newWorker().deliver(id)]);
    expect(results.sort()).toEqual(["busy", "settled"]);
    expect(await subjects()).toHaveLength(1);
    expect(await salesMails()).toHaveLength(1);
  });

  test("takes over a lease left behind once its time is up, and not before", async () => {
    const { id, subjects } = await accepted();
    const until = new Date(clock.now().getTime() + testPolicy.leaseMs).toISOString();
    await changeAssessment(table, id, () => ({ lease: { owner: "crashed", until } }));
    expect(await newWorker().deliver(id)).toBe("busy");
    expect(await subjects()).toEqual([]);
    clock.advance(testPolicy.leaseMs);
    expect(await newWorker().deliver(id)).toBe("settled");
    expect(await subjects()).toHaveLength(1);
  });

  test("stops when its lease was taken over while it composed, and sends nothing", async () => {
    const { id, subjects } = await accepted();
    const until = new Date(clock.now().getTime() + testPolicy.leaseMs).toISOString();
    const worker = newWorker({
      compose: async (...composed: Parameters<typeof smallMail>) => {
        await changeAssessment(table, id, () => ({ lease: { owner: "another", until } }));
        return smallMail(...composed);
      },
    });
    expect(await worker.deliver(id)).toBe("busy");
    expect(await subjects()).toEqual([]);
    expect((await readAssessment(table, id))?.lease?.owner).toBe("another");
  });

  test("has nothing to do for an assessment that was deleted", async () => {
    const { id, subjects } = await accepted();
    await deleteAssessment(table, id);
    expect(await newWorker().deliver(id)).toBe("gone");
    expect(await subjects()).toEqual([]);
  });

  test("logs ids and never an address", async () => {
    const { id, email } = await accepted();
    gate.next.push("reject");
    const worker = newWorker();
    await worker.deliver(id);
    const log = worker.logLines.join("\n");
    expect(log).toContain(id);
    expect(log).toContain("ses-rejected");
    expect(log).not.toContain(email);
    expect(log).not.toContain("Sample MRO");
  });
});

describe("a step that fails", () => {
  test("does not hold up the next one", async () => {
    const { id, step, salesMails } = await accepted();
    const worker = newWorker({
      compose: async (...composed: Parameters<typeof smallMail>) => {
        if (composed[1] === "report") throw new Error("cannot draw");
        return smallMail(...composed);
      },
    });
    expect(await worker.deliver(id)).toBe("settled");
    expect(await salesMails()).toHaveLength(1);
    expect(await step("report")).toMatchObject({ state: "owed", attempts: 1, lastError: "not-composed" });
  });

  test("is tried again after a wait that doubles, and not before", async () => {
    const { id, step, subjects } = await accepted();
    gate.next.push("fail", "pass", "fail");
    const worker = newWorker();
    const wait = async () => Date.parse((await step("report")).dueAt) - clock.now().getTime();

    await worker.deliver(id);
    expect(await step("report")).toMatchObject({ state: "owed", attempts: 1, lastError: "ses-unavailable" });
    expect(await wait()).toBe(10_000);
    expect(await dueNow()).not.toContain(id);
    await worker.deliver(id);
    expect(await step("report")).toMatchObject({ attempts: 1 });

    clock.advance(10_000);
    expect(await dueNow()).toContain(id);
    await worker.deliver(id);
    expect(await wait()).toBe(20_000);
    expect(await subjects()).toEqual([]);

    clock.advance(20_000);
    await worker.deliver(id);
    expect(await step("report")).toMatchObject({ state: "done", attempts: 3, lastError: null });
    expect(await subjects()).toHaveLength(1);
  });

  test("is given up after the last attempt", async () => {
    const { id, step } = await accepted();
    const worker = newWorker();
    gate.next.push("reject", "pass", "reject", "reject");
    for (let attempt = 0; attempt < testPolicy.maxAttempts; attempt += 1) {
      await worker.deliver(id);
      clock.advance(testPolicy.backoff.ceilingMs);
    }
    expect(await step("report")).toMatchObject({ state: "failed", attempts: 3, lastError: "ses-rejected" });
    expect(await dueNow()).not.toContain(id);
  });

  test("for the rate of SES pauses every mail of the worker and uses up no attempt", async () => {
    const first = await accepted();
    const second = await accepted();
    gate.next.push("throttle");
    const worker = newWorker();
    expect(await worker.deliver(first.id)).toBe("paused");
    expect(await first.step("report")).toMatchObject({
      state: "owed",
      attempts: 0,
      lastError: "ses-throttled",
    });
    expect(await worker.deliver(second.id)).toBe("paused");
    expect(await second.subjects()).toEqual([]);

    clock.advance(testPolicy.backoff.baseMs);
    for (const { id } of [first, second]) expect(await worker.deliver(id)).toBe("settled");
    expect(await first.subjects()).toHaveLength(1);
    expect(await second.subjects()).toHaveLength(1);
  });
});
