import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeDigest, createDigestSchedule } from "#functions/jobs/daily-digest.ts";
import { createTaskPerformer, type TaskDependencies } from "#functions/jobs/perform-task.ts";
import { createJobRunner, type JobPolicy } from "#functions/jobs/run-jobs.ts";
import { eraseLead, repeatErasedNews } from "#functions/leads/erase-lead.ts";
import { createLog } from "#functions/log.ts";
import { addressKey, confirmAddress, readAddress } from "#functions/store/addresses.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { addJob, claimJob, dueJobs, readJob } from "#functions/store/jobs.ts";
import { PostError } from "#functions/webhooks/post-error.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { createClock, type TestClock } from "../delivery/test-worker.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, testConfig, testSecrets } from "../test-app.ts";

const config = parseFunnelConfig({
  ...testConfig,
  sales: {
    ...testConfig.sales,
    notices: { dailyDigest: { hour: 7, timeZone: "America/New_York" } },
  },
  webhooks: { events: ["lead.erased"] },
});
const policy: JobPolicy = {
  claimMs: 60_000,
  maxMs: 60_000,
  backoff: { baseMs: 10_000, ceilingMs: 40_000 },
  maxAttempts: 3,
};
const minute = 60_000;

let services: LocalServices;
beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());

/** A job runner of a time of its own, which records what it sends. */
function createRun(clock: TestClock, changes: Partial<TaskDependencies> = {}) {
  const told: string[] = [];
  const logLines: string[] = [];
  const perform = createTaskPerformer({
    table: services.table,
    config,
    secrets: testSecrets,
    send: async ({ subject }) => {
      told.push(subject);
      return "message-id";
    },
    sendWebhook: async ({ body }) => {
      told.push(body);
    },
    messageIdDomain: "readiness.example",
    hrefOf: ({ id }) => `https://readiness.example/console/leads/${id}`,
    now: clock.now,
    ...changes,
  });
  const log = createLog((line) => logLines.push(line));
  const run = createJobRunner({
    table: services.table,
    perform,
    policy,
    now: clock.now,
    random: () => 1,
    log,
  });
  return { run, told, logLines };
}

/** Clocks apart: what one test leaves owed must not come due in the next. */
function createClockAt(time: string): TestClock {
  const clock = createClock();
  clock.advance(Date.parse(time) - clock.now().getTime());
  return clock;
}

async function newLead(clock: TestClock, name?: string) {
  const app = createTestApp(services.table, { config, now: clock.now });
  const { id } = await submitWithProof(app, sampleSubmission({}, name));
  const lead = await readAssessment(services.table, id);
  if (lead === null) throw new Error("The assessment was not stored.");
  return lead;
}

describe("an erased lead", () => {
  it("is gone at once, and another system is told its id and nothing else, once", async () => {
    const clock = createClockAt("2031-01-06T12:00:00Z");
    const lead = await newLead(clock);
    const address = addressKey(testSecrets.address, lead.contact.email);
    await confirmAddress(services.table, address, clock.now(), lead.expiresAt);
    const erase = () =>
      eraseLead({ table: services.table, config, secrets: testSecrets, now: clock.now }, lead.id);
    await erase();
    expect(await readAssessment(services.table, lead.id)).toBeNull();
    expect(await readAddress(services.table, address)).toEqual({});
    expect(JSON.stringify(await readJob(services.table, `erased-${lead.id}`))).not.toContain("@");

    const { run, told } = createRun(clock);
    await run();
    expect(told).toEqual([]);
    await erase();
    clock.advance(minute);
    await run();
    await run();
    expect(told.map((body) => JSON.parse(body))).toEqual([
      { type: "lead.erased", version: 1, timestamp: "2031-01-06T12:00:00.000Z", data: { id: lead.id } },
    ]);
  });

  it("is told again after each failure, until it is given up, and once more when somebody asks", async () => {
    const clock = createClockAt("2031-02-03T12:00:00Z");
    const { id } = await newLead(clock);
    await eraseLead({ table: services.table, config, secrets: testSecrets, now: clock.now }, id);
    let failure: PostError | null = new PostError("http-503", 30);
    const { run, told, logLines } = createRun(clock, {
      sendWebhook: async ({ body }) => {
        if (failure !== null) throw failure;
        told.push(body);
      },
    });
    const job = () => readJob(services.table, `erased-${id}`);
    clock.advance(minute);
    await run();
    expect(await job()).toMatchObject({ state: "owed", attempts: 1, lastError: "http-503" });
    // The other side asked for half a minute, which is longer than the backoff.
    clock.advance(29_000);
    await run();
    expect(await job()).toMatchObject({ attempts: 1 });
    clock.advance(1_000);
    await run();
    clock.advance(minute);
    await run();
    expect(await job()).toMatchObject({ state: "failed", attempts: 3 });
    expect(logLines.filter((line) => line.includes("job not done"))).toHaveLength(3);
    clock.advance(10 * minute);
    await run();
    expect(await job()).toMatchObject({ attempts: 3 });

    failure = null;
    expect(await repeatErasedNews(services.table, id, clock.now())).toBe(true);
    await run();
    expect([told.length, (await job())?.state]).toEqual([1, "done"]);
    expect(await repeatErasedNews(services.table, crypto.randomUUID(), clock.now())).toBe(false);
  });

  it("is erased by whoever tells of it, when the erasure was cut off", async () => {
    const clock = createClockAt("2031-03-03T12:00:00Z");
    const { id } = await newLead(clock);
    const task = { kind: "lead-erased", leadId: id, at: clock.now().toISOString() } as const;
    await addJob(services.table, `erased-${id}`, task, clock.now());
    const { run, told } = createRun(clock);
    await run();
    expect([await readAssessment(services.table, id), told.length]).toEqual([null, 1]);
  });

  it("leaves nothing behind where no other system is told", async () => {
    const clock = createClockAt("2031-04-07T12:00:00Z");
    const { id } = await newLead(clock);
    await eraseLead({ table: services.table, config: testConfig, secrets: testSecrets, now: clock.now }, id);
    expect([await readAssessment(services.table, id), await readJob(services.table, `erased-${id}`)]).toEqual(
      [null, null],
    );
  });
});

describe("a job", () => {
  it("belongs to one runner at a time, and comes due again when that one dies", async () => {
    const clock = createClockAt("2031-05-05T12:00:00Z");
    const task = { kind: "lead-erased", leadId: crypto.randomUUID(), at: clock.now().toISOString() } as const;
    const id = `erased-${task.leadId}`;
    await addJob(services.table, id, task, clock.now());
    const until = new Date(clock.now().getTime() + minute);
    const claims = await Promise.all([1, 2, 3].map(() => claimJob(services.table, id, clock.now(), until)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(await dueJobs(services.table, clock.now())).not.toContain(id);
    clock.advance(minute);
    const { run, told } = createRun(clock);
    await run();
    expect([told.length, (await readJob(services.table, id))?.attempts]).toEqual([1, 2]);
  });

  it("is given up when every try of it dies", async () => {
    const clock = createClockAt("2031-06-02T12:00:00Z");
    const task = { kind: "lead-erased", leadId: crypto.randomUUID(), at: clock.now().toISOString() } as const;
    const id = `erased-${task.leadId}`;
    await addJob(services.table, id, task, clock.now());
    for (let died = 0; died < policy.maxAttempts; died += 1) {
      await claimJob(services.table, id, clock.now(), new Date(clock.now().getTime() + minute));
      clock.advance(minute);
    }
    const { run, told } = createRun(clock);
    await run();
    expect([told, await readJob(services.table, id)]).toEqual([
      [],
      expect.objectContaining({ state: "failed", lastError: "no-answer" }),
    ]);
  });
});

describe("the daily digest", () => {
  it("is owed once a day, from the hour where sales works", async () => {
    const clock = createClockAt("2031-07-07T10:59:00Z");
    const { run, told } = createRun(clock);
    await newLead(clock, "everything at the bottom");
    const sweep = async () => {
      // A schedule that remembers nothing, as after each cold start.
      await createDigestSchedule(services.table, config)(clock.now());
      await run();
    };
    await sweep();
    expect(told).toEqual([]);
    clock.advance(minute);
    await sweep();
    await sweep();
    clock.advance(5 * 60 * minute);
    await sweep();
    expect(told).toEqual(["1 new lead"]);
    clock.advance(19 * 60 * minute);
    await sweep();
    expect(told).toEqual(["1 new lead", "0 new leads; 1 waits"]);
  });

  it("is not owed where it is off, and not sent when there is nothing to say", async () => {
    const clock = createClockAt("2031-08-04T16:00:00Z");
    await createDigestSchedule(services.table, testConfig)(clock.now());
    expect(await readJob(services.table, "digest-2031-08-04")).toBeNull();
    const hrefOf = () => "";
    expect(await composeDigest({ table: services.table, config, hrefOf }, clock.now())).toBeNull();
  });
});
