import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addressKey, confirmAddress, readAddress } from "#functions/store/addresses.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { linkTo } from "../stored-assessment.ts";
import { createTestApp, submitWithProof, type TestApp, testConfig, testSecrets } from "../test-app.ts";
import { createClock, createTestWorker, storedStep, type TestClock, type TestWorker } from "./test-worker.ts";

let services: LocalServices;
let clock: TestClock;
let app: TestApp;
let worker: TestWorker;
let email: string;

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());
beforeEach(() => {
  clock = createClock();
  app = createTestApp(services.table, { now: clock.now });
  worker = createTestWorker({ ...services, now: clock.now });
  email = `lead-${crypto.randomUUID()}@example.com`;
});

const perDay = testConfig.mail.requestedPerAddressPerDay;
const key = () => addressKey(testSecrets.address, email);
const mails = async () => (await services.mailsTo(email)).map(({ subject }) => subject.split(" ")[0]);

const anotherSubmission = () => sampleSubmission({ contact: { email, organisation: "Sample MRO" } });

async function withProof(): Promise<string> {
  const { id } = await submitWithProof(app, anotherSubmission());
  await worker.deliver(id);
  return id;
}

async function withoutProof(): Promise<string> {
  const submission = anotherSubmission();
  await app.submit(submission);
  await worker.deliver(submission.submissionId);
  return submission.submissionId;
}

const prove = () => confirmAddress(services.table, key(), clock.now(), 2_000_000_000);

test("a confirmed address gets so many mails a day; the next waits for the next UTC day, and then goes", async () => {
  await prove();
  const ids: string[] = [];
  for (let sent = 0; sent <= perDay; sent += 1) ids.push(await withProof());
  expect(await mails()).toHaveLength(perDay);
  const waiting = ids.at(-1) ?? "";
  expect(await storedStep(services.table, waiting, "report")).toMatchObject({
    state: "deferred",
    dueAt: "2030-06-13T00:00:00.000Z",
    lastError: "daily-limit",
  });
  expect(await storedStep(services.table, waiting, "sales-notice")).toMatchObject({ state: "done" });

  clock.advance(12 * 3_600_000 - 1);
  await worker.deliver(waiting);
  expect(await mails()).toHaveLength(perDay);
  clock.advance(1);
  await worker.deliver(waiting);
  expect(await mails()).toHaveLength(perDay + 1);
  expect(await storedStep(services.table, waiting, "report")).toMatchObject({ state: "done" });
});

test("spellings of one mailbox count as one address", async () => {
  await withProof();
  email = email.replace("@", "+again@").toUpperCase();
  const id = await withProof();
  expect(await storedStep(services.table, id, "report")).toMatchObject({ state: "deferred" });
});

test("a retry takes no second place of the day", async () => {
  await prove();
  const id = (await submitWithProof(app, anotherSubmission())).id;
  const failing = createTestWorker(
    { ...services, now: clock.now },
    { compose: async () => Promise.reject(new Error("cannot draw")) },
  );
  await failing.deliver(id);
  clock.advance(60_000);
  await worker.deliver(id);
  for (let sent = 1; sent < perDay; sent += 1) await withProof();
  expect(await mails()).toHaveLength(perDay);
});

test("a suppressed address gets nothing, and sales is told all the same", async () => {
  await suppressAddress(services.table, key(), "not-me", clock.now());
  for (const id of [await withProof(), await withoutProof()]) {
    const steps = (await readAssessment(services.table, id))?.steps.map(({ state, lastError }) => [
      state,
      lastError,
    ]);
    expect(steps).toEqual([
      ["skipped", "suppressed-not-me"],
      ["done", null],
      ["done", null],
    ]);
  }
  expect(await mails()).toEqual([]);
});

test("an address whose owner never pressed the button gets one mail a day in all, whoever enters it", async () => {
  await withoutProof();
  const second = await withProof();
  expect(await mails()).toEqual(["confirmation"]);
  expect(await storedStep(services.table, second, "report")).toMatchObject({ state: "deferred" });
  clock.advance(86_400_000);
  await worker.deliver(second);
  expect(await mails()).toEqual(["confirmation", "report"]);
});

test("a mail waits for one day only: an address named many times is not mailed for as many days", async () => {
  const ids: string[] = [];
  for (let named = 0; named < 4; named += 1) ids.push(await withoutProof());
  for (let day = 0; day < 3; day += 1) {
    clock.advance(86_400_000);
    for (const id of ids) await worker.deliver(id);
  }
  expect(await mails()).toEqual(["confirmation", "confirmation"]);
  expect(await storedStep(services.table, ids[3] ?? "", "confirmation")).toMatchObject({
    state: "skipped",
    lastError: "over-limit",
  });
});

test("deleting the answers and sending again brings no second mail that day", async () => {
  const { id, resultUrl } = await submitWithProof(app, anotherSubmission());
  await worker.deliver(id);
  expect((await app.post(`${resultUrl}/delete`)).status).toBe(200);
  await withProof();
  expect(await mails()).toEqual(["report"]);
});

test("the same one deleted and sent again and again brings no second mail that day, while another is kept", async () => {
  const submission = anotherSubmission();
  const send = async () => {
    const { id, resultUrl } = await submitWithProof(app, submission);
    await worker.deliver(id);
    return resultUrl;
  };
  let link = await send();
  await withProof();
  for (let round = 0; round < 5; round += 1) {
    clock.advance(1_000);
    expect((await app.post(`${link}/delete`)).status).toBe(200);
    link = await send();
  }
  expect(await mails()).toEqual(["report"]);
});

test("an address corrected to and fro brings no second mail that day, while another assessment is kept", async () => {
  const id = await withoutProof();
  await withProof();
  const own = `own-${crypto.randomUUID()}@example.com`;
  for (const to of [own, email, own, email, own, email]) {
    clock.advance(1_000);
    const form = await linkTo(services.table, id, "result");
    await app.post(`${form}/contact`, new URLSearchParams({ email: to, organisation: "Sample MRO" }));
    await worker.deliver(id);
  }
  expect(await mails()).toEqual(["confirmation"]);
});

test("a confirmed address is not asked again: its report goes at once", async () => {
  await prove();
  const id = await withoutProof();
  expect(await mails()).toEqual(["report"]);
  const names = (await readAssessment(services.table, id))?.steps.map(({ name, state }) => [name, state]);
  expect(names).toEqual([
    ["confirmation", "skipped"],
    ["sales-notice", "done"],
    ["report", "done"],
  ]);
});

test("a confirmation after a suppression lifts nothing", async () => {
  await suppressAddress(services.table, key(), "complaint", clock.now());
  await confirmAddress(services.table, key(), clock.now(), 2_000_000_000);
  const at = clock.now().toISOString();
  expect(await readAddress(services.table, key())).toEqual({
    suppressed: { why: "complaint", at, reasons: { complaint: at } },
  });
});
