/** An assessment that moves to another mailbox: what the reader of the one before can still do, and what the new one gets. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createTopicHandler } from "#functions/feedback/topic-handler.ts";
import { createLog } from "#functions/log.ts";
import { type MailMessage, stepMarks } from "#functions/mail/message.ts";
import { SendError } from "#functions/mail/ses-sender.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Scope } from "#functions/tokens.ts";
import {
  createClock,
  createTestWorker,
  smallMail,
  storedStep,
  type TestClock,
} from "../delivery/test-worker.ts";
import { type ExampleName, notification, sesEvent, topicArn } from "../feedback/ses-events.ts";
import { startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { linkTo, storedAssessment } from "../stored-assessment.ts";
import { createTestApp, submitWithProof, type TestApp, testConfig, testSecrets } from "../test-app.ts";

const services = await startLocalServices();
afterAll(() => services.stop());

const hour = 3_600_000;
let clock: TestClock;
let app: TestApp;
beforeEach(() => {
  clock = createClock();
  app = createTestApp(services.table, { now: clock.now });
});

const mailbox = (name: string) => `${name}-${crypto.randomUUID()}@example.com`;
const worker = (changes: Parameters<typeof createTestWorker>[1] = {}) =>
  createTestWorker({ ...services, now: clock.now }, changes);
const address = (email: string) => readAddress(services.table, addressKey(testSecrets.address, email));
const subjectsTo = async (email: string) =>
  (await services.mailsTo(email)).map(({ subject }) => subject.split(" ")[0]);
const withSeries = { followUps: true, benchmark: false, reportOnly: false };

const stored = (id: string) => storedAssessment(services.table, id);
const linkOf = (id: string, scope: Scope) => linkTo(services.table, id, scope);

async function submitted(email: string, consent = { ...withSeries, followUps: false }) {
  const contact = { email, organisation: "Sample MRO" };
  const { id } = await submitWithProof(app, sampleSubmission({ contact, consent, timeZone: "UTC" }));
  await worker().deliver(id);
  return { id, mailed: await linkOf(id, "report") };
}

/** Accepted, and nothing mailed yet: a confirmation is owed. */
async function withoutProof(email: string): Promise<string> {
  const submission = sampleSubmission({ contact: { email, organisation: "Sample MRO" } });
  await app.submit(submission);
  return submission.submissionId;
}

const moveTo = (link: string, email: string) =>
  app.post(`${link}/contact`, new URLSearchParams({ email, organisation: "Sample MRO" }));

async function tell(name: ExampleName, step: string, recipient: string, messageId: string): Promise<void> {
  const handle = createTopicHandler({
    config: testConfig,
    table: services.table,
    topicArn,
    addressSecret: testSecrets.address,
    now: clock.now,
    log: createLog(() => undefined),
  });
  await handle(notification(JSON.stringify(sesEvent(name, { step, recipient, messageId }))));
}

async function passHours(id: string, hours: number): Promise<void> {
  for (let passed = 0; passed < hours; passed += 1) {
    clock.advance(hour);
    await worker().deliver(id);
  }
}

describe("whoever was mailed before the assessment moved on", () => {
  test("stops all further mail with “Not me”, which the ended link still offers", async () => {
    const victim = mailbox("victim");
    const { id, mailed } = await submitted(victim);
    await moveTo(await linkOf(id, "result"), mailbox("own"));
    const page = await app.request(mailed, { headers: { accept: "text/html" } });
    expect(page.status).toBe(410);
    expect(await page.text()).toContain(`${mailed}/not-me`);
    expect((await app.post(`${mailed}/not-me`)).status).toBe(200);
    expect((await address(victim)).suppressed).toMatchObject({ why: "not-me" });
    expect((await stored(id)).grade).not.toBeNull();
  });

  test.each(["complaint", "bounce"] as const)("is suppressed by a %s about that mail", async (name) => {
    const victim = mailbox("victim");
    const own = mailbox("own");
    const { id } = await submitted(victim);
    const [messageId = ""] = (await storedStep(services.table, id, "report")).messageIds;
    await moveTo(await linkOf(id, "result"), own);
    const before = (await stored(id)).steps;
    await tell(name, `${id}_report`, victim, messageId);
    expect((await address(victim)).suppressed).toMatchObject({ why: name });
    expect((await address(own)).suppressed).toBeUndefined();
    expect((await stored(id)).steps).toEqual(before);
  });

  test("cannot open, change or delete anything", async () => {
    const { id, mailed } = await submitted(mailbox("before"));
    await moveTo(mailed, mailbox("after"));
    for (const action of ["confirm", "contact", "delete"])
      expect((await app.post(`${mailed}/${action}`)).status, action).toBe(410);
    expect((await app.request(`${mailed}/report.pdf`)).status).toBe(410);
    expect((await stored(id)).actions.confirmed).toBeUndefined();
  });

  test("is one of few: an assessment does not go from mailbox to mailbox", async () => {
    const { id } = await submitted(mailbox("first"));
    const statuses: number[] = [];
    for (let moves = 0; moves < 6; moves += 1) {
      statuses.push((await moveTo(await linkOf(id, "result"), mailbox(`stop-${moves}`))).status);
      await worker().deliver(id);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe("the mailbox it moves to", () => {
  test("gets no mail of a series that another reader started, though it is confirmed", async () => {
    const victim = mailbox("victim");
    const known = await submitted(victim);
    await app.post(`${known.mailed}/confirm`);
    const { id, mailed } = await submitted(mailbox("own"), withSeries);
    await app.post(`${mailed}/confirm`);
    await moveTo(mailed, victim);
    await passHours(id, 24 * 10);
    expect((await subjectsTo(victim)).filter((subject) => subject?.startsWith("follow-up"))).toEqual([]);
  });

  test("is asked about the series anew, and gets none where it says no", async () => {
    const other = mailbox("other");
    const { id, mailed } = await submitted(mailbox("own"), withSeries);
    await app.post(`${mailed}/confirm`);
    await moveTo(mailed, other);
    const link = await linkOf(id, "confirm");
    expect(await (await app.request(link)).text()).toContain("Send the report and the checklists");
    await app.post(`${link}/confirm`, new URLSearchParams({ followUps: "no" }));
    await passHours(id, 24 * 10);
    expect(await subjectsTo(other)).toEqual(["report"]);
  });

  test("is not asked about a series that was declined before it moved, and gets none", async () => {
    const other = mailbox("other");
    const { id, mailed } = await submitted(mailbox("own"), withSeries);
    await app.post(`${mailed}/confirm`, new URLSearchParams({ followUps: "no" }));
    await moveTo(mailed, other);
    const link = await linkOf(id, "confirm");
    expect(await (await app.request(link)).text()).not.toContain("checklists");
    await app.post(`${link}/confirm`);
    await passHours(id, 24 * 5);
    expect(await subjectsTo(other)).toEqual(["report"]);
  });

  test("gets its mail though the one before was on its way just then", async () => {
    const [typo, right] = [mailbox("typo"), mailbox("right")];
    const id = await withoutProof(typo);
    const sent: string[] = [];
    const send = async ({ to }: MailMessage) => {
      sent.push(...to);
      if (to.includes(typo)) await moveTo(await linkOf(id, "result"), right);
      return crypto.randomUUID();
    };
    await worker({ send }).deliver(id);
    clock.advance(hour);
    await worker({ send }).deliver(id);
    expect(sent.filter((to) => to === typo || to === right)).toEqual([typo, right]);
  });

  test("gets its mail, and the one before none, where it moved while that was made", async () => {
    const [typo, right] = [mailbox("typo"), mailbox("right")];
    const id = await withoutProof(typo);
    const compose: typeof smallMail = async (assessment, name) => {
      if (assessment.contact.email === typo) await moveTo(await linkOf(id, "result"), right);
      const mail = await smallMail(assessment, name);
      return { ...mail, ...stepMarks(`${id}_${name}`, name) };
    };
    await worker({ compose }).deliver(id);
    clock.advance(hour);
    await worker({ compose }).deliver(id);
    expect(await services.mailsTo(typo)).toEqual([]);
    expect(await subjectsTo(right)).toEqual(["confirmation"]);
  });

  test("gets its mail though the one before bounces late", async () => {
    const [typo, right] = [mailbox("typo"), mailbox("right")];
    const id = await withoutProof(typo);
    await worker().deliver(id);
    const [messageId = ""] = (await storedStep(services.table, id, "confirmation")).messageIds;
    await moveTo(await linkOf(id, "result"), right);
    const refusing = async () => Promise.reject(new SendError("ses-unavailable", "yes"));
    await worker({ send: refusing }).deliver(id);
    await tell("bounce", `${id}_confirmation`, typo, messageId);
    clock.advance(hour);
    await worker().deliver(id);
    expect(await subjectsTo(right)).toEqual(["confirmation"]);
    expect((await address(typo)).suppressed).toMatchObject({ why: "bounce" });
  });
});
