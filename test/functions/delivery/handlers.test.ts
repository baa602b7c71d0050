import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createQueueHandler } from "#functions/delivery/queue-handler.ts";
import { createSweepHandler } from "#functions/delivery/sweep-handler.ts";
import type { DeliveryResult, Worker } from "#functions/delivery/worker.ts";
import { createLog } from "#functions/log.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp } from "../test-app.ts";
import { createClock, createTestWorker, type TestClock } from "./test-worker.ts";

let services: LocalServices;
let clock: TestClock;
let app: TestApp;
let logLines: string[];

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());
beforeEach(() => {
  clock = createClock();
  logLines = [];
  app = createTestApp(services.table, { now: clock.now });
});

const log = createLog((line) => logLines.push(line));

async function accepted(): Promise<string> {
  const submission = sampleSubmission();
  await app.submit(submission);
  return submission.submissionId;
}

/** A worker that does what it is told for an id, and remembers the order. */
function told(results: Record<string, DeliveryResult | Error>): Worker & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    pausedUntil: () => null,
    async deliver(id) {
      asked.push(id);
      const result = results[id] ?? "settled";
      if (result instanceof Error) throw result;
      return result;
    },
  };
}

/** Takes ten seconds for each. */
function slow(worker: Worker & { asked: string[] }): Worker & { asked: string[] } {
  return {
    ...worker,
    deliver(id) {
      clock.advance(10_000);
      return worker.deliver(id);
    },
  };
}

describe("a batch from the queue", () => {
  const handlerOf = (worker: Worker, maxMs = 60_000) =>
    createQueueHandler({ worker, now: clock.now, log, maxMs });

  const batch = (bodies: readonly string[]) => ({
    Records: bodies.map((body, index) => ({
      messageId: `m${index}`,
      body,
      attributes: {},
      eventSource: "aws:sqs",
    })),
  });
  const naming = (id: string) => JSON.stringify({ assessmentId: id });

  test("brings back exactly the messages whose work is not finished", async () => {
    const worker = told({ b: "busy", c: "paused", d: new Error("lost table"), e: "gone", f: "put off" });
    const answer = await handlerOf(worker)(batch(["a", "b", "c", "d", "e", "f"].map(naming)));
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(["m1", "m2", "m3"]);
    expect(worker.asked).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  test("puts aside a message that cannot be read, and does the others", async () => {
    const worker = told({});
    const answer = await handlerOf(worker)(batch(["not json", "{}", naming("a")]));
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(["m0", "m1"]);
    expect(worker.asked).toEqual(["a"]);
  });

  test("brings back what there was no time for, before the function is cut off in the middle of a mail", async () => {
    const worker = slow(told({}));
    const answer = await handlerOf(worker, 15_000)(batch(["a", "b", "c"].map(naming)));
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(["m2"]);
  });
});

describe("the sweep", () => {
  const wait = async (ms: number) => clock.advance(ms);
  const sweepWith = (worker: Worker, maxMs = 60_000) =>
    createSweepHandler({ table: services.table, worker, now: clock.now, wait, log, maxMs })();

  test("does what is due, longest due first, and nothing that is done or not yet due", async () => {
    const done = await accepted();
    await createTestWorker({ ...services, now: clock.now }).deliver(done);
    const late = await accepted();
    clock.advance(60_000);
    const soon = await accepted();
    const early = createClock();
    early.advance(120_000);
    const submission = sampleSubmission();
    await createTestApp(services.table, { now: early.now }).submit(submission);

    const worker = told({});
    await sweepWith(worker);
    const ours = [done, late, soon, submission.submissionId];
    expect(worker.asked.filter((id) => ours.includes(id))).toEqual([late, soon]);
  });

  test("goes on after an assessment that fails, and says which it was", async () => {
    const first = await accepted();
    clock.advance(1_000);
    const second = await accepted();
    const worker = told({ [first]: new Error("lost table") });
    await sweepWith(worker);
    expect(worker.asked).toContain(second);
    expect(logLines.join("\n")).toContain(first);
  });

  test("begins nothing more once its time is up", async () => {
    await accepted();
    await accepted();
    const worker = slow(told({}));
    await sweepWith(worker, 10_000);
    expect(worker.asked).toHaveLength(1);
  });

  test("waits while SES asks for fewer mails, and ends where that takes longer than it has", async () => {
    await accepted();
    const start = clock.now().getTime();
    let until = start + 5_000;
    const pausing = () => ({ ...told({}), pausedUntil: () => new Date(until) });
    const waiting = pausing();
    await sweepWith(waiting);
    expect(waiting.asked.length).toBeGreaterThan(0);
    expect(clock.now().getTime()).toBe(start + 5_000);
    until = clock.now().getTime() + 60_000;
    const ending = pausing();
    await sweepWith(ending);
    expect(ending.asked).toEqual([]);
  });
});
