/** Who gets a follow-up, and when. */
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addressKey, confirmAddress } from "#functions/store/addresses.ts";
import { owedStep } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { chooseMails } from "#functions/store/mail-choices.ts";
import { countMail, type MailOutcome } from "#functions/store/mail-health.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import type { MailChoice } from "#shared/follow-ups/mail-choice.ts";
import type { Consent } from "#shared/submission.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, testSecrets } from "../test-app.ts";
import { createClock, createTestWorker, storedStep, type TestClock } from "./test-worker.ts";

let services: LocalServices;
let clock: TestClock;

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());
beforeEach(() => {
  clock = createClock();
});

const consented: Consent = { followUps: true, benchmark: false, reportOnly: false };

interface Situation {
  consent?: Consent;
  confirmed?: boolean;
  /** Attributes of the stored assessment and address. */
  assessment?: Record<string, unknown>;
  address?: Record<string, unknown>;
}

async function set(pk: string, attributes: Record<string, unknown>): Promise<void> {
  const { name: TableName, client } = services.table;
  for (const [attribute, value] of Object.entries(attributes))
    await client.send(
      new UpdateCommand({
        TableName,
        Key: { pk },
        UpdateExpression: "SET #attribute = :value",
        ExpressionAttributeNames: { "#attribute": attribute },
        ExpressionAttributeValues: { ":value": value },
      }),
    );
}

async function owing({ consent = consented, confirmed = true, assessment = {}, address = {} }: Situation) {
  const submission = sampleSubmission({ consent, timeZone: "Europe/London" });
  const { submissionId: id, contact } = submission;
  await createTestApp(services.table, { now: clock.now }).submit(submission);
  const steps = [owedStep("follow-up-3", clock.now()), owedStep("follow-up-8", clock.now())];
  await changeAssessment(services.table, id, () => ({ steps }));
  const key = addressKey(testSecrets.address, contact.email);
  if (confirmed) await confirmAddress(services.table, key, clock.now(), 2_000_000_000);
  await set(`ASSESSMENT#${id}`, assessment);
  await set(`ADDRESS#${key}`, address);
  return { id, key, email: contact.email };
}

async function delivered(id: string) {
  await createTestWorker({ ...services, now: clock.now }).deliver(id);
  return storedStep(services.table, id, "follow-up-3");
}

const stopped = { followUpsStopped: { at: "2030-06-12T11:00:00.000Z", by: "sales" } };

test.each<[string, Situation]>([
  ["no-consent", { consent: { ...consented, followUps: false } }],
  ["no-consent", { consent: { ...consented, reportOnly: true } }],
  ["not-confirmed", { confirmed: false }],
  ["stopped", { assessment: stopped }],
  ["in-talks", { assessment: { status: "qualified" } }],
  ["in-talks", { assessment: { status: "lost" } }],
  ["superseded", { address: { followUpsOf: "a newer one" } }],
])("a follow-up is skipped as %s: %j", async (reason, situation) => {
  const { id, email } = await owing(situation);
  expect(await delivered(id)).toMatchObject({ state: "skipped", lastError: reason });
  expect(await services.mailsTo(email)).toEqual([]);
});

test("a follow-up is skipped where the address is suppressed", async () => {
  const { id, key } = await owing({});
  await suppressAddress(services.table, key, "complaint", clock.now());
  expect(await delivered(id)).toMatchObject({ state: "skipped", lastError: "suppressed-complaint" });
});

test.each<MailChoice>(["none", "again"])(
  "a follow-up is skipped where its reader chose %s",
  async (choice) => {
    const { id, key, email } = await owing({});
    await chooseMails(services.table, key, { choice, at: clock.now(), expiresAt: 2_000_000_000 });
    const lastError = choice === "none" ? "unsubscribed" : "not-chosen";
    expect(await delivered(id)).toMatchObject({ state: "skipped", lastError });
    expect(await services.mailsTo(email)).toEqual([]);
  },
);

test("outside business hours a follow-up waits for the next ones", async () => {
  const { id, email } = await owing({});
  clock.advance(6 * 3_600_000);
  const { state, lastError, dueAt } = await delivered(id);
  expect({ state, lastError }).toEqual({ state: "deferred", lastError: "outside-hours" });
  expect(dueAt).toMatch(/^2030-06-13T(?:0[89]|1[0-5])/);
  expect(await services.mailsTo(email)).toEqual([]);
});

test("with consent and a confirmed address one follow-up a day goes, and the next one the day after", async () => {
  const { id, email } = await owing({});
  expect(await delivered(id)).toMatchObject({ state: "done" });
  expect(await services.mailsTo(email)).toHaveLength(1);
  expect(await storedStep(services.table, id, "follow-up-8")).toMatchObject({ state: "deferred" });
  const { dueAt } = await storedStep(services.table, id, "follow-up-8");
  expect(dueAt.slice(0, 10)).toBe("2030-06-13");
  clock.advance(Date.parse(dueAt) - clock.now().getTime());
  await delivered(id);
  expect(await services.mailsTo(email)).toHaveLength(2);
});

test.each<[MailOutcome, number]>([
  ["bounced", 3],
  ["complained", 2],
])(
  "follow-ups wait when too many mails of the last weeks %s; requested mails go on",
  async (outcome, count) => {
    clock.advance(60 * 86_400_000 * count);
    for (let mails = 0; mails < 30; mails += 1) await countMail(services.table, "delivered", clock.now());
    for (let mails = 1; mails < count; mails += 1) await countMail(services.table, outcome, clock.now());
    expect(await delivered((await owing({})).id)).toMatchObject({ state: "done" });

    await countMail(services.table, outcome, clock.now());
    const { id, email } = await owing({});
    expect(await delivered(id)).toMatchObject({ state: "deferred", lastError: "reputation" });
    await changeAssessment(services.table, id, ({ steps }) => ({
      steps: [...steps, owedStep("report", clock.now())],
    }));
    await delivered(id);
    expect((await services.mailsTo(email)).map(({ subject }) => subject)).toEqual([`report of ${id}`]);

    clock.advance(21 * 86_400_000);
    expect(await delivered(id)).toMatchObject({ state: "done" });
  },
);
