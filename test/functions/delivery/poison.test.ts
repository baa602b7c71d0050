/** An assessment that cannot be worked on takes nobody else's turn, and comes to an end. */
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeAssessment, postponeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { dueAssessments } from "#functions/store/due-assessments.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, testConfig } from "../test-app.ts";
import {
  createClock,
  createTestWorker,
  smallMail,
  storedStep,
  type TestClock,
  testPolicy,
} from "./test-worker.ts";

let services: LocalServices;
let clock: TestClock;

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());
beforeEach(() => {
  clock = createClock();
});

const newWorker = (changes = {}) => createTestWorker({ ...services, now: clock.now }, changes);

async function due(pageSize?: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of dueAssessments(services.table, clock.now(), pageSize)) ids.push(id);
  return ids;
}

/** All in one shard, oldest first. */
async function accepted(count: number): Promise<string[]> {
  const app = createTestApp(services.table, { now: clock.now });
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const submissionId = `${crypto.randomUUID().slice(0, -4)}0000`;
    await app.submit(sampleSubmission({ submissionId }));
    ids.push(submissionId);
    clock.advance(1);
  }
  return ids;
}

const [salesAddress = ""] = testConfig.sales.recipients;
const subjects = async (id: string) =>
  (await services.mailsTo("@")).map(({ subject }) => subject).filter((subject) => subject.includes(id));

/** As a deployment leaves it that wrote what this one cannot read. */
async function makeUnreadable(id: string): Promise<void> {
  const { name: TableName, client } = services.table;
  const ExpressionAttributeValues = { ":none": "of a later version" };
  const UpdateExpression = "SET scorecard = :none";
  const Key = { pk: `ASSESSMENT#${id}` };
  await client.send(new UpdateCommand({ TableName, Key, UpdateExpression, ExpressionAttributeValues }));
}

describe("an assessment that cannot be read", () => {
  test("is put off and tried again later, for as long as it is owed", async () => {
    const [poison = ""] = await accepted(1);
    await makeUnreadable(poison);
    const worker = newWorker();
    for (let round = 0; round < 3; round += 1) {
      expect(await due()).toContain(poison);
      expect(await worker.deliver(poison)).toBe("put off");
      expect(await due()).not.toContain(poison);
      clock.advance(testPolicy.putOffMs);
    }
    expect(worker.logLines.join("\n")).toContain(poison);
  });
});

describe("an assessment put off", () => {
  // The stream wakes a worker for a change that leaves an assessment without a lease (owedFilters of stream-relay.ts).
  test("has a lease until then, so that putting it off wakes nobody, and is free afterwards", async () => {
    const [id = ""] = await accepted(1);
    const until = new Date(clock.now().getTime() + testPolicy.putOffMs);
    await postponeAssessment(services.table, id, until);
    expect(await readAssessment(services.table, id)).toMatchObject({ lease: { until: until.toISOString() } });
    const worker = newWorker();
    expect(await worker.deliver(id)).toBe("busy");
    clock.advance(testPolicy.putOffMs);
    expect(await due()).toContain(id);
    expect(await worker.deliver(id)).toBe("settled");
    expect((await storedStep(services.table, id, "confirmation")).state).toBe("done");
  });

  test("keeps the lease of whoever is at it", async () => {
    const [id = ""] = await accepted(1);
    const lease = { owner: "another", until: clock.now().toISOString(), trying: "confirmation" } as const;
    await changeAssessment(services.table, id, () => ({ lease }));
    await postponeAssessment(services.table, id, new Date(clock.now().getTime() + testPolicy.putOffMs));
    expect(await readAssessment(services.table, id)).toMatchObject({ lease });
  });
});

describe("a mail that cannot be made", () => {
  test("in time counts as a failure, and the next step is done", async () => {
    const [poison = ""] = await accepted(1);
    const compose = (...composed: Parameters<typeof smallMail>) =>
      composed[1] === "confirmation" ? new Promise<never>(() => undefined) : smallMail(...composed);
    const worker = newWorker({ compose, policy: { ...testPolicy, composeMs: 5 } });
    expect(await worker.deliver(poison)).toBe("settled");
    expect(await storedStep(services.table, poison, "confirmation")).toMatchObject({
      state: "owed",
      attempts: 1,
      lastError: "compose-timeout",
    });
    expect(await subjects(poison)).toEqual([`sales-notice of ${poison}`]);
  });

  test("without killing its worker is given up at last; the other steps are done, and sales is told", async () => {
    const [poison = ""] = await accepted(1);
    for (let death = 0; death < testPolicy.maxAttempts; death += 1) {
      await new Promise((died) => {
        const compose = (...composed: Parameters<typeof smallMail>) =>
          composed[1] === "confirmation" ? new Promise<never>(() => died(null)) : smallMail(...composed);
        void newWorker({ compose }).deliver(poison);
      });
      expect(await due()).not.toContain(poison);
      clock.advance(testPolicy.leaseMs);
      await newWorker().deliver(poison);
      expect(await subjects(poison)).toContain(`sales-notice of ${poison}`);
      clock.advance(testPolicy.backoff.ceilingMs);
    }
    await newWorker().deliver(poison);
    expect(await storedStep(services.table, poison, "confirmation")).toMatchObject({
      state: "failed",
      attempts: testPolicy.maxAttempts,
      lastError: "worker-crashed",
    });
    expect((await subjects(poison)).sort()).toEqual([
      `sales-notice of ${poison}`,
      `undelivered-notice of ${poison}`,
    ]);
    expect((await services.mailsTo(salesAddress)).length).toBeGreaterThan(0);
  });
});

describe("what is due", () => {
  test("is drained page by page, with those behind a poisoned page in the same round", async () => {
    const ids = await accepted(7);
    const poison = ids.slice(0, 3);
    for (const id of poison) await makeUnreadable(id);
    const worker = newWorker();
    const begun: string[] = [];
    for await (const id of dueAssessments(services.table, clock.now(), 2)) {
      begun.push(id);
      await worker.deliver(id);
    }
    expect(begun.filter((id) => ids.includes(id))).toEqual(ids);
    expect((await due()).filter((id) => ids.includes(id))).toEqual([]);
  });

  test("leaves out what another worker has, until its lease ends", async () => {
    const [id = ""] = await accepted(1);
    const until = new Date(clock.now().getTime() + testPolicy.leaseMs).toISOString();
    await changeAssessment(services.table, id, () => ({ lease: { owner: "another", until } }));
    expect(await due()).not.toContain(id);
    clock.advance(testPolicy.leaseMs);
    expect(await due()).toContain(id);
    await newWorker().deliver(id);
    expect((await readAssessment(services.table, id))?.lease).toBeNull();
  });

  test("costs as much to find as there is due, however much is stored", async () => {
    const read = { queries: 0, items: 0 };
    services.table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (call) => {
          const answer = await next(call);
          if (commandName === "QueryCommand") {
            read.queries += 1;
            read.items += Number(Object(answer.output).ScannedCount);
          }
          return answer;
        },
      { step: "initialize", name: "countQueries" },
    );
    const stored = await accepted(10);
    for (const id of stored.slice(3)) await newWorker().deliver(id);
    const before = { ...read };
    expect((await due()).sort()).toEqual(stored.slice(0, 3).sort());
    services.table.client.middlewareStack.remove("countQueries");
    expect({ queries: read.queries - before.queries, items: read.items - before.items }).toEqual({
      queries: 8,
      items: 3,
    });
  });
});
