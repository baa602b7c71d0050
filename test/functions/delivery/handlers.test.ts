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
    async deliver(id) {
      asked.push(id);
      const result = results[id] ?? "settled";
      if (result instanceof Error) throw result;
      return result;
    },
  };
}

describe("a batch from the queue", () => {
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
    const worker = told({ b: "busy", c: "paused", d: new Error("lost table"), e: "gone" });
    const answer = await createQueueHandler(worker, log)(batch(["a", "b", "c", "d", "e"].map(naming)));
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(["m1", "m2", "m3"]);
    expect(worker.asked).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("puts aside a message that cannot be read, and does the others", async () => {
    const worker = told({});
    const answer = await createQueueHandler(worker, log)(batch(["not json", "{}", naming("a")]));
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(["m0", "m1"]);
    expect(worker.asked).toEqual(["a"]);
  });
});

describe("the sweep", () => {
  const sweepWith = (worker: Worker, maxMs = 60_000) =>
    createSweepHandler({ table: services.table, worker, now: clock.now, log, maxMs })();

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
    const worker = told({});
    const slow: Worker = {
      async deliver(id) {
        clock.advance(10_000);
        return worker.deliver(id);
      },
    };
    await sweepWith(slow, 10_000);
    expect(worker.asked).toHaveLength(1);
  });
});
