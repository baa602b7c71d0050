/** A report that does not arrive: sales is told once, and its reader gets it from the result page. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createComposer } from "#functions/delivery/compose-step.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { owedStep, type Step } from "#functions/store/assessment-item.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { type SuppressionReason, suppressAddress } from "#functions/store/suppressions.ts";
import { privatePath } from "#functions/tokens.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { type MailGate, startMailGate } from "../mail-gate.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp, testConfig, testSecrets, testSiteUrl } from "../test-app.ts";
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
let clock: TestClock;
let app: TestApp;

beforeAll(async () => {
  services = await startLocalServices();
  gate = await startMailGate(services.mailEndpoint);
});
afterAll(async () => {
  await gate.stop();
  await services.stop();
});
beforeEach(() => {
  gate.next.length = 0;
  clock = createClock();
  app = createTestApp(services.table, { now: clock.now });
});

const [salesAddress = ""] = testConfig.sales.recipients;
const compose = createComposer({
  config: testConfig,
  siteUrl: testSiteUrl,
  tokenSecret: testSecrets.token,
  now: () => clock.now(),
});
/** Real mails, but for the report and its PDF. */
const composeQuickly = (...composed: Parameters<typeof smallMail>) =>
  composed[1] === "report" ? smallMail(...composed) : compose(...composed);

async function accepted(changes: Partial<Step> = {}) {
  // Short: nine digits in a row would read as a number to call.
  const organisation = `Sample ${crypto.randomUUID().slice(0, 8)}`;
  const contact = { email: `lead-${crypto.randomUUID()}@example.com`, organisation, phone: "+1 555 0100" };
  const submission = sampleSubmission({ contact });
  const { submissionId: id } = submission;
  expect((await app.submit(submission)).status).toBe(201);
  await changeAssessment(services.table, id, () => ({
    steps: [{ ...owedStep("report", clock.now()), ...changes }, owedStep("sales-notice", clock.now())],
  }));
  const worker = createTestWorker(
    { table: services.table, mailEndpoint: gate.endpoint, now: clock.now },
    { compose: composeQuickly },
  );
  const page = async () => {
    const stored = await readAssessment(services.table, id);
    if (stored === null) throw new Error("The assessment was not stored.");
    return (await app.request(privatePath(testSecrets.token, stored, "result"))).text();
  };
  const notices = async () =>
    (await services.mailsTo(salesAddress)).filter(
      ({ subject }) => subject === `Report not delivered · ${organisation}`,
    );
  return { id, contact, worker, page, notices, addressHash: addressKey(testSecrets.address, contact.email) };
}

const said = "The report could not be mailed to this address. Download it here instead.";

test("given up after the last attempt, it is told to sales once, however often the notice is tried", async () => {
  const { id, worker, page, notices } = await accepted({ attempts: testPolicy.maxAttempts - 1 });
  gate.next.push("reject", "pass", "fail");
  await worker.deliver(id);
  expect(await storedStep(services.table, id, "undelivered-notice")).toMatchObject({
    state: "owed",
    attempts: 1,
  });
  expect(await page()).toContain(said);
  expect(await page()).toContain("/report.pdf");
  for (let round = 0; round < 3; round += 1) {
    clock.advance(86_400_000);
    await worker.deliver(id);
  }
  const [notice, ...others] = await notices();
  expect(others).toEqual([]);
  expect(notice?.body.text).toContain("it is not tried again");
});

test("nobody is told anything while it is only late", async () => {
  const { id, worker, page, notices } = await accepted();
  gate.next.push("fail");
  await worker.deliver(id);
  expect(await page()).toContain("The report goes by mail to the address you gave.");
  await changeAssessment(services.table, id, ({ steps }) => ({
    steps: steps.map((step) => ({ ...step, state: "done", delayedAt: clock.now().toISOString() })),
  }));
  expect(await page()).toContain("your mail server has not taken it yet");
  expect(await page()).not.toContain("/report.pdf");
  expect(await notices()).toEqual([]);
});

describe.each<[SuppressionReason, string]>([
  ["bounce", "Do not write there; call"],
  ["soft-bounces", "Write to lead-"],
  ["complaint", "called a mail from us unwanted"],
  ["not-me", "asked for no more mail"],
])("to an address suppressed for %s", (why, told) => {
  test("it is told to sales with what may be done, and the page says the same for every reason", async () => {
    const { id, worker, page, notices, addressHash } = await accepted();
    await suppressAddress(services.table, addressHash, why, clock.now());
    await worker.deliver(id);
    const [notice, ...others] = await notices();
    expect(others).toEqual([]);
    expect(notice?.body.text?.replaceAll("\n", " ")).toContain(told);
    expect(await page()).toContain(said);
    expect(await page()).toContain("/report.pdf");
  });
});

test("sales may not call where only the report was asked for", async () => {
  const { id, worker, notices, addressHash, contact } = await accepted();
  const stored = await readAssessment(services.table, id);
  if (stored === null) throw new Error("The assessment was not stored.");
  const reportOnly = { ...stored, consent: { ...stored.consent, reportOnly: true } };
  const steps = [{ ...owedStep("report", clock.now()), state: "bounced" as const, lastError: "bounced" }];
  const mail = await compose({ ...reportOnly, steps }, "undelivered-notice");
  expect(mail.text).toContain("Report only: no outreach.");
  expect(mail.html).not.toContain("tel:");
  await suppressAddress(services.table, addressHash, "bounce", clock.now());
  await worker.deliver(id);
  expect((await notices())[0]?.body.html).toContain("tel:");
  expect(contact.phone).toBeDefined();
});
