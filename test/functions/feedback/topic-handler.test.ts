import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { afterRepeat } from "#functions/delivery/repeat-step.ts";
import { stepId } from "#functions/delivery/step-id.ts";
import { createTopicHandler } from "#functions/feedback/topic-handler.ts";
import { resendReport } from "#functions/leads/lead-edits.ts";
import { createLog } from "#functions/log.ts";
import { SendError } from "#functions/mail/ses-sender.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import { owedStep, type Step, type StepName } from "#functions/store/assessment-item.ts";
import { changeAssessment, deleteAssessment, readAssessment } from "#functions/store/assessments.ts";
import { TableUnavailable } from "#functions/store/failures.ts";
import { mailHealth } from "#functions/store/mail-health.ts";
import { openTable } from "#functions/store/table.ts";
import { createTestWorker, storedStep } from "../delivery/test-worker.ts";
import { type LocalServices, localAws, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp, testConfig, testSecrets } from "../test-app.ts";
import { type EventChanges, type ExampleName, notification, sesEvent, topicArn } from "./ses-events.ts";

let services: LocalServices;
let app: TestApp;
const logLines: string[] = [];

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
});
afterAll(() => services.stop());

const now = () => new Date("2026-06-12T12:00:00.000Z");
const handlerOver = (table = services.table) =>
  createTopicHandler({
    config: testConfig,
    table,
    topicArn,
    addressSecret: testSecrets.address,
    now,
    log: createLog((line) => logLines.push(line)),
  });

/** An accepted assessment whose report was handed to SES once, with the outcome not yet known. */
async function accepted(changes: Partial<Step> = {}) {
  const submission = sampleSubmission();
  await app.submit(submission);
  const { submissionId: id } = submission;
  const { email } = submission.contact;
  const tried = { state: "sending", attempts: 1, ...changes } as const;
  await changeAssessment(services.table, id, () => ({
    steps: (["report", "sales-notice"] as const).map((name) => ({ ...owedStep(name, new Date()), ...tried })),
  }));
  const tag = (name: StepName = "report") => stepId({ assessmentId: id, name });
  return {
    id,
    email,
    tag,
    step: (name: StepName = "report") => storedStep(services.table, id, name),
    stored: () => readAssessment(services.table, id),
    address: () => readAddress(services.table, addressKey(testSecrets.address, email)),
    tell: (name: ExampleName, told: Partial<EventChanges> = {}) =>
      handlerOver()(notification(JSON.stringify(sesEvent(name, { step: tag(), recipient: email, ...told })))),
  };
}

describe("the events of the SES Developer Guide", () => {
  test.each<[ExampleName, Partial<Step>]>([
    ["send", { state: "done", lastError: null }],
    ["delivery", { state: "done", deliveredAt: "2016-10-19T23:21:04.133Z" }],
    ["deliveryDelay", { state: "done", delayedAt: "2020-06-16T00:25:40.095Z" }],
    ["reject", { state: "failed", lastError: "ses-refused" }],
    ["renderingFailure", { state: "failed", lastError: "ses-not-rendered" }],
    ["bounce", { state: "bounced", lastError: "bounced" }],
    ["complaint", { state: "done", complainedAt: "2017-08-05T00:41:02.669Z" }],
  ])("update their step and no other: %s", async (name, expected) => {
    const { tell, step } = await accepted();
    await tell(name);
    expect(await step()).toMatchObject({ ...expected, messageIds: ["0100-a"] });
    expect(await step("sales-notice")).toMatchObject({ state: "sending", messageIds: [] });
  });

  test.each<[ExampleName, object | undefined]>([
    ["bounce", { why: "bounce", at: "2017-08-05T00:41:02.669Z" }],
    ["complaint", { why: "complaint", at: "2017-08-05T00:41:02.669Z" }],
    ["delivery", undefined],
    ["reject", undefined],
    ["deliveryDelay", undefined],
  ])("suppress the address with reason and time, or not: %s", async (name, suppressed) => {
    const { tell, address, stored } = await accepted();
    await tell(name);
    const grade = (await stored())?.grade;
    if (suppressed === undefined) expect(grade).not.toBeNull();
    else expect(grade).toBeNull();
    if (suppressed === undefined) expect(await address()).not.toHaveProperty("suppressed");
    else expect((await address()).suppressed).toMatchObject(suppressed);
  });

  test("say nothing by an opened mail", async () => {
    const { tell, stored } = await accepted();
    const before = await stored();
    await tell("open");
    expect(await stored()).toEqual(before);
  });
});

describe("a send event", () => {
  test("settles a step whose answer was lost, so that it does not go twice", async () => {
    const { id, email, tell } = await accepted();
    await tell("send");
    const later = () => new Date(Date.now() + 86_400_000);
    await createTestWorker({ ...services, now: later }).deliver(id);
    expect(await services.mailsTo(email)).toEqual([]);
  });

  test("while the worker still waits for SES is not undone when the worker gives up waiting", async () => {
    const { id, tag, tell, step } = await accepted({ state: "owed", attempts: 0 });
    const send = async ({ tags }: { tags: Readonly<Record<string, string>> }) => {
      if (tags.step !== tag()) return "0100-sales";
      await tell("send");
      throw new Error("no answer");
    };
    await createTestWorker({ ...services, now: () => new Date() }, { send }).deliver(id);
    expect(await step()).toMatchObject({ state: "done", messageIds: ["0100-a"] });
  });

  test("shows that a mail given up for lack of an answer went, and takes back the notice about it", async () => {
    const { id, tell, step } = await accepted();
    await tell("reject");
    expect(await step("undelivered-notice")).toMatchObject({ state: "owed" });
    await changeAssessment(services.table, id, ({ steps }) => ({
      steps: steps.map((one) => (one.name === "report" ? { ...one, lastError: "no-answer" } : one)),
    }));
    await tell("send");
    expect(await step()).toMatchObject({ state: "done" });
    expect(await step("undelivered-notice")).toMatchObject({ state: "skipped" });
  });
});

describe("a bounce", () => {
  const softly = (address: string) => ({
    bounce: {
      bounceType: "Transient",
      bounceSubType: "MailboxFull",
      bouncedRecipients: [{ emailAddress: address }],
    },
  });

  test("names its address as in a header, in any spelling", async () => {
    const { email, tell, address } = await accepted();
    await tell("bounce", { recipient: `Jo <${email.toUpperCase()}>` });
    expect((await address()).suppressed?.why).toBe("bounce");
  });

  test.each(["Transient", "Undetermined"])("that may pass suppresses nothing: %s", async (bounceType) => {
    const { tell, address, step } = await accepted();
    await tell("bounce", { fields: { bounce: { bounceType } } });
    expect(await step()).toMatchObject({ state: "bounced", lastError: "bounced-for-now" });
    expect((await address()).suppressed).toBeUndefined();
  });

  test("that may pass suppresses the third time within a month, each mail counted once", async () => {
    const { email, tell, address } = await accepted({ attempts: 4 });
    const told = async (messageId: string, day: number) => {
      const timestamp = `2026-06-${String(day).padStart(2, "0")}T08:00:00.000Z`;
      const { bounce } = softly(email);
      await tell("bounce", { messageId, fields: { bounce: { ...bounce, timestamp } } });
    };
    await told("first", 1);
    await told("second", 5);
    await told("second", 5);
    expect((await address()).suppressed).toBeUndefined();
    await told("third", 20);
    expect((await address()).suppressed).toMatchObject({
      why: "soft-bounces",
      at: "2026-06-20T08:00:00.000Z",
    });
  });

  test("that may pass is forgotten after a month", async () => {
    const { email, tell, address } = await accepted({ attempts: 4 });
    for (const [messageId, timestamp] of [
      ["first", "2026-01-01T08:00:00.000Z"],
      ["second", "2026-03-01T08:00:00.000Z"],
      ["third", "2026-05-01T08:00:00.000Z"],
    ] as const)
      await tell("bounce", { messageId, fields: { bounce: { ...softly(email).bounce, timestamp } } });
    expect((await address()).suppressed).toBeUndefined();
  });

  test("of a forwarding mailbox suppresses no stranger", async () => {
    const { tell, address, step } = await accepted();
    const bouncedRecipients = [{ emailAddress: "stranger@example.com" }];
    await tell("bounce", { fields: { bounce: { bouncedRecipients } } });
    const stranger = addressKey(testSecrets.address, "stranger@example.com");
    expect(await readAddress(services.table, stranger)).toEqual({});
    expect((await address()).suppressed).toBeUndefined();
    expect(await step()).toMatchObject({ state: "bounced" });
  });

  test("of the sales notice silences no prospect of that address", async () => {
    const { tag, tell, address } = await accepted();
    await tell("bounce", { step: tag("sales-notice") });
    expect(await address()).toEqual({});
  });
});

describe("a complaint", () => {
  test("after a bounce shows beside it", async () => {
    const { tell, address } = await accepted();
    await tell("bounce");
    await tell("complaint", { fields: { complaint: { timestamp: "2017-08-06T00:00:00.000Z" } } });
    expect((await address()).suppressed).toEqual({
      why: "bounce",
      at: "2017-08-05T00:41:02.669Z",
      reasons: { bounce: "2017-08-05T00:41:02.669Z", complaint: "2017-08-06T00:00:00.000Z" },
    });
  });

  test("that says it is not spam is none", async () => {
    const { tell, address } = await accepted();
    await tell("complaint", { fields: { complaint: { complaintFeedbackType: "not-spam" } } });
    expect(await address()).toEqual({});
  });

  test("from long ago, which kept SES from sending, leaves the report undelivered", async () => {
    const { tell, step } = await accepted();
    await tell("complaint", { fields: { complaint: { complaintSubType: "OnAccountSuppressionList" } } });
    expect(await step()).toMatchObject({ state: "bounced", lastError: "ses-suppressed" });
  });

  test("counts after the answers were deleted, and brings nothing of them back", async () => {
    const { id, tell, address, stored } = await accepted();
    await deleteAssessment(services.table, id);
    await tell("complaint");
    expect((await address()).suppressed?.why).toBe("complaint");
    expect(await stored()).toBeNull();
  });
});

test("a complaint about the last mail of an erasure suppresses its recipient, of whom nothing is kept", async () => {
  const email = `erased-${crypto.randomUUID()}@example.com`;
  await handlerOver()(
    notification(JSON.stringify(sesEvent("complaint", { step: "erasure-abc", recipient: email }))),
  );
  expect(
    (await readAddress(services.table, addressKey(testSecrets.address, email))).suppressed,
  ).toMatchObject({
    why: "complaint",
  });
});

describe("a mail that was sent again", () => {
  test("still suppresses the address by a complaint about the first one", async () => {
    const { id, tell, address, step, stored } = await accepted({ state: "done", messageIds: ["first"] });
    await changeAssessment(services.table, id, (lead) => resendReport(lead, now())?.assessment ?? null);
    await tell("complaint", { messageId: "first" });
    expect((await address()).suppressed).toMatchObject({ why: "complaint" });
    expect(await step()).toMatchObject({ state: "owed", messageIds: [] });
    expect((await stored())?.formerSteps).toMatchObject([
      { messageIds: ["first"], complainedAt: expect.any(String) },
    ]);
  });

  test("is counted once, however often the first one is reported", async () => {
    const { id, tell } = await accepted({ state: "done", messageIds: ["first"] });
    await changeAssessment(services.table, id, (lead) => resendReport(lead, now())?.assessment ?? null);
    const { complained } = await mailHealth(services.table, now());
    for (let times = 0; times < 3; times += 1) await tell("complaint", { messageId: "first" });
    expect((await mailHealth(services.table, now())).complained).toBe(complained + 1);
  });

  test("is settled by SES where its own answer was lost", async () => {
    const { id, tell, tag, step } = await accepted({ state: "done", messageIds: ["first"] });
    await changeAssessment(services.table, id, (lead) => afterRepeat(lead, "sales-notice", now()));
    const lost = async () => Promise.reject(new SendError("ses-unavailable", "unknown"));
    await createTestWorker({ ...services, now }, { send: lost }).deliver(id);
    await tell("send", {
      step: tag("sales-notice"),
      recipient: "sales@example.com",
      messageId: "second",
    });
    expect(await step("sales-notice")).toMatchObject({ state: "done", messageIds: ["second"] });
  });
});

test("a complaint counts where the assessment itself cannot be read", async () => {
  const { id, tell, address } = await accepted();
  const { name: TableName, client } = services.table;
  const Key = { pk: `ASSESSMENT#${id}` };
  await client.send(new UpdateCommand({ TableName, Key, UpdateExpression: "REMOVE scorecard" }));
  await tell("complaint");
  expect((await address()).suppressed?.why).toBe("complaint");
});

test("the same event twice is the same as once, for the step, the address and the rates", async () => {
  const { tell, stored } = await accepted();
  const before = await mailHealth(services.table, now());
  await tell("complaint");
  const once = await stored();
  await tell("complaint");
  expect(await stored()).toEqual(once);
  expect((await mailHealth(services.table, now())).complained).toBe(before.complained + 1);
});

describe("an event that is forged or malformed", () => {
  test.each<[string, (event: Record<string, unknown>, notified: ReturnType<typeof notification>) => unknown]>(
    [
      ["nothing", () => null],
      ["an object", () => ({})],
      ["an event of another service", () => ({ Records: [{ s3: {} }] })],
      ["not JSON", () => notification("not json")],
      ["an empty message", () => notification("{}")],
      ["another topic", (event) => notification(JSON.stringify(event), `${topicArn}-2`)],
      [
        "a subscription of another topic",
        (_, { Records: [record] }) => ({
          Records: [{ ...record, EventSubscriptionArn: "arn:aws:sns:us-east-1:999999999999:other:1" }],
        }),
      ],
      [
        "called by somebody else than SNS",
        (_, { Records: [record] }) => ({ Records: [{ ...record, EventSource: "aws:s3" }] }),
      ],
      [
        "a confirmation of subscription",
        (_, { Records: [record] }) => ({
          Records: [{ ...record, Sns: { ...record?.Sns, Type: "SubscriptionConfirmation" } }],
        }),
      ],
      [
        "another account",
        (event) =>
          notification(
            JSON.stringify({ ...event, mail: { ...Object(event.mail), sendingAccountId: "999999999999" } }),
          ),
      ],
      [
        "without recipients",
        (event) => notification(JSON.stringify({ ...event, bounce: { bounceType: "Permanent" } })),
      ],
      [
        "of an unknown kind",
        (event) => notification(JSON.stringify({ ...event, eventType: "Subscription" })),
      ],
    ],
  )("changes nothing and is not tried again: %s", async (_, forge) => {
    const { email, tag, stored, address } = await accepted();
    const before = await stored();
    const event = sesEvent("bounce", { step: tag(), recipient: email });
    await expect(handlerOver()(forge(event, notification(JSON.stringify(event))))).resolves.toBeUndefined();
    expect(await stored()).toEqual(before);
    expect(await address()).toEqual({});
  });

  test.each(["somebody-elses-tag", "one_newsletter", "one_report"])(
    "names no step of ours: %s",
    async (step) => {
      const { tell, stored, address } = await accepted();
      const before = await stored();
      await tell("bounce", { step: step.replace("one", crypto.randomUUID()), recipient: "else@example.com" });
      await tell("bounce", { step: "somebody-elses-tag" });
      expect(await stored()).toEqual(before);
      expect(await address()).toEqual({});
    },
  );

  test.each<[string, Partial<Step>]>([
    ["was never tried", { attempts: 0, state: "owed" }],
    ["went as another mail", { attempts: 1, state: "done", messageIds: ["0100-known"] }],
  ])("is about a step that %s", async (_, changes) => {
    const { tell, stored, address } = await accepted(changes);
    const before = await stored();
    await tell("bounce");
    expect(await stored()).toEqual(before);
    expect(await address()).toEqual({});
  });
});

test("a lost table is thrown, so that the notification comes again", async () => {
  const table = openTable("funnel", { ...localAws, endpoint: "http://127.0.0.1:9", maxAttempts: 1 });
  const { tag, email } = await accepted();
  const event = JSON.stringify(sesEvent("send", { step: tag(), recipient: email }));
  await expect(handlerOver(table)(notification(event))).rejects.toThrow(TableUnavailable);
});

test("the log names no address", () => {
  expect(logLines.length).toBeGreaterThan(0);
  expect(logLines.join("\n")).not.toContain("@");
});
