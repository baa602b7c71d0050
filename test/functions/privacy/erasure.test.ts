/** "Delete everything", and a search of the whole table for what may be left. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTaskPerformer } from "#functions/jobs/perform-task.ts";
import { createJobRunner, jobPolicy } from "#functions/jobs/run-jobs.ts";
import { createLog } from "#functions/log.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { dueAssessments } from "#functions/store/due-assessments.ts";
import { addJob } from "#functions/store/jobs.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import type { Submission } from "#shared/submission.ts";
import { createClock, createTestWorker, type TestClock } from "../delivery/test-worker.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { itemsWith, type RawItem, textOf, wholeTable } from "../store/whole-table.ts";
import { createTestApp, submitWithProof, type TestApp, testConfig, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;
let clock: TestClock;
/** Mails of jobs: to whom, and what. */
let told: { to: readonly string[]; subject: string; text: string }[];

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());
beforeEach(() => {
  clock = createClock();
  told = [];
  app = createTestApp(services.table, { now: clock.now });
});

const two = 2 * 86_400_000;
const marks = {
  email: "marker.person@erase-me.example",
  organisation: "Markerworks Aero",
  name: "Marker McPerson",
  phone: "+1 555 014 7788",
  salary: 123_457,
  campaign: "marker-campaign",
};

function marked(changes: Partial<Submission> = {}): Submission {
  const { email, organisation, name, phone, salary, campaign } = marks;
  const sample = sampleSubmission();
  return {
    ...sample,
    profile: { ...sample.profile, salary },
    contact: { email, organisation, name, phone },
    source: { page: "/aviation-mro", utm_campaign: campaign },
    ...changes,
  };
}

async function lead(submission: Submission): Promise<Assessment> {
  const { id } = await submitWithProof(app, submission);
  const stored = await readAssessment(services.table, id);
  if (stored === null) throw new Error("The assessment was not stored.");
  return stored;
}

const path = (of: Assessment, scope: Scope) => privatePath(testSecrets.token, of, scope);
const hashOf = (email: string) => addressKey(testSecrets.address, email);

async function runJobs(): Promise<void> {
  const perform = createTaskPerformer({
    table: services.table,
    config: testConfig,
    secrets: testSecrets,
    send: async ({ to, subject, text }) => {
      told.push({ to, subject, text });
      return "message-id";
    },
    sendWebhook: null,
    messageIdDomain: "readiness.example",
    hrefOf: () => "",
    now: clock.now,
  });
  const log = createLog(() => undefined);
  await createJobRunner({
    table: services.table,
    perform,
    policy: jobPolicy,
    now: clock.now,
    random: () => 1,
    log,
  })();
}

/** Everything of the person that could be found, but the ids of their assessments. */
function tracesOf(items: readonly RawItem[]): RawItem[] {
  const { email, organisation, name, phone, salary, campaign } = marks;
  const texts = [
    email,
    "erase-me.example",
    organisation,
    "markerworks",
    name,
    phone,
    String(salary),
    campaign,
  ];
  // A campaign is counted for everybody who came by it, without anybody in it.
  const personal = items.filter(({ pk }) => !String(pk).startsWith("COUNTER#"));
  return texts.flatMap((text) => itemsWith(personal, text));
}

const counters = (items: readonly RawItem[]) =>
  items.filter(({ pk }) => String(pk).startsWith("COUNTER#")).map(textOf);

async function dueIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of dueAssessments(services.table, new Date("2099-01-01T00:00:00Z"))) ids.push(id);
  return ids;
}

/** Two assessments of one mailbox, mailed, confirmed, tried out and corrected. */
async function lived(): Promise<[Assessment, Assessment]> {
  const first = await lead(marked());
  const again = await lead(marked({ submissionId: crypto.randomUUID() }));
  const worker = createTestWorker({ ...services, now: clock.now });
  for (const { id } of [first, again]) await worker.deliver(id);
  await app.post(`${path(first, "report")}/confirm`);
  await app.post(`${path(first, "report")}/used-what-if`);
  await app.post(`${path(first, "report")}/plan.csv`);
  const { email, organisation, phone } = marks;
  await app.post(
    `${path(first, "report")}/contact`,
    new URLSearchParams({ email, organisation, phone, name: "Marker Corrected" }),
  );
  await app.post(`${path(first, "report")}/consent`, new URLSearchParams({ benchmark: "on" }));
  return [first, again];
}

describe("whoever reads the mailbox and deletes everything", () => {
  test("leaves no trace in the whole table, but that two assessments were erased", async () => {
    const [first, again] = await lived();
    const before = await wholeTable(services.table);
    expect(tracesOf(before).length).toBeGreaterThan(5);

    expect((await app.post(`${path(first, "report")}/delete`)).status).toBe(200);
    await runJobs();
    const after = await wholeTable(services.table);
    expect(tracesOf(after)).toEqual([]);
    for (const { id } of [first, again]) {
      expect(await readAssessment(services.table, id)).toBeNull();
      const kept = itemsWith(after, id);
      expect(kept.map(({ pk }) => pk)).toEqual([`ERASED#${id}`]);
      expect(Object.keys(kept[0] ?? {}).sort()).toEqual(["erasedAt", "expiresAt", "id", "pk"]);
    }
    expect(counters(after)).toEqual(counters(before));
    expect(await dueIds()).toEqual([]);
  });

  test("keeps, of the keyed hash, only counts that stop misuse and are gone within two days", async () => {
    const [first] = await lived();
    await app.post(`${path(first, "report")}/delete`);
    await runJobs();
    const kept = itemsWith(await wholeTable(services.table), hashOf(marks.email));
    expect(kept.length).toBeGreaterThan(0);
    for (const { pk, expiresAt, ...fields } of kept) {
      expect(pk).toMatch(/^(?:ADDRESS|LIMIT)#/);
      expect(Number(expiresAt) * 1000).toBeLessThan(clock.now().getTime() + two);
      expect(
        Object.keys(fields).every((name) => ["requestedDay", "requestedMails", "uses"].includes(name)),
      ).toBe(true);
    }
  });

  test("gets one last mail, at that address, once", async () => {
    const [first] = await lived();
    await app.post(`${path(first, "report")}/delete`);
    expect((await app.request(path(first, "report"))).status).toBe(410);
    await runJobs();
    await runJobs();
    expect(told.map(({ to, subject }) => ({ to, subject }))).toEqual([
      { to: [marks.email], subject: "Your data is deleted" },
    ]);
    expect(told[0]?.text).toContain("All 2 assessments");
    expect(told[0]?.text).not.toContain(marks.organisation);
  });

  test("is seen by sales as erased, and as nothing else", async () => {
    const [first] = await lived();
    await app.post(`${path(first, "report")}/delete`);
    const response = await app.request(path(first, "sales"));
    expect(response.status).toBe(410);
    const shown = await response.text();
    await runJobs();
    expect(shown).toContain("Erased on June 12, 2030");
    for (const text of [marks.email, marks.organisation, marks.name]) expect(shown).not.toContain(text);
  });

  test("is not mailed again where mail had to stop: the hash of that stays, and nothing beside it", async () => {
    const stopped = marked({
      contact: { email: "stopped@erase-me.example", organisation: "Markerworks Aero" },
    });
    const of = await lead(stopped);
    await app.post(`${path(of, "report")}/not-me`);
    await app.post(`${path(of, "report")}/delete`);
    await runJobs();
    expect(told).toEqual([]);
    expect(Object.keys(await readAddress(services.table, hashOf(stopped.contact.email)))).toEqual([
      "suppressed",
    ]);
  });

  test("is not mailed where mail had to stop between the erasure and its mail", async () => {
    const late = { email: "late@erase-me.example", organisation: "Markerworks Aero" };
    const of = await lead(marked({ contact: late }));
    await app.post(`${path(of, "report")}/delete`);
    await suppressAddress(services.table, hashOf(late.email), "complaint", clock.now());
    await runJobs();
    expect(told).toEqual([]);
    await runJobs();
    expect(told).toEqual([]);
  });

  test("is erased to the end by the job that was owed first, when the request was cut off", async () => {
    const [first, again] = await lived();
    const leadIds = [first.id, again.id];
    const task = {
      kind: "erasure-mail",
      email: marks.email,
      leadIds,
      at: clock.now().toISOString(),
    } as const;
    await addJob(services.table, `erasure-mail-${first.id}`, task, clock.now());
    await runJobs();
    expect(tracesOf(await wholeTable(services.table))).toEqual([]);
    expect(told).toHaveLength(1);
  });
});

describe("whoever only sent the form", () => {
  test("deletes what they sent, and nothing that others sent with the address", async () => {
    const [first, again] = await lived();
    await app.post(`${path(again, "result")}/delete`);
    await runJobs();
    expect(await readAssessment(services.table, again.id)).toBeNull();
    expect(await readAssessment(services.table, first.id)).not.toBeNull();
    expect((await readAddress(services.table, hashOf(marks.email))).confirmedAt).toBeDefined();
    expect(told).toEqual([]);
    await app.post(`${path(first, "report")}/delete`);
    await runJobs();
  });
});
