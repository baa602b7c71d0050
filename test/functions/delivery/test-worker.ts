/** The real worker over the stand-ins of a test file, with a clock that the test moves and small mails. */
import type { DeliveryPolicy } from "#functions/delivery/policy.ts";
import { stepId } from "#functions/delivery/step-id.ts";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { createWorker, type Worker, type WorkerDependencies } from "#functions/delivery/worker.ts";
import { createLog } from "#functions/log.ts";
import { type MailMessage, stepMarks } from "#functions/mail/message.ts";
import { createSesSender, openSes } from "#functions/mail/ses-sender.ts";
import type { Assessment, Step, StepName } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import type { Table } from "#functions/store/table.ts";
import { localAws } from "../local-services.ts";
import { testConfig, testSecrets } from "../test-app.ts";

export interface TestClock {
  now: () => Date;
  advance(ms: number): void;
}

/** Returns a clock that stands still at noon of a day to come until it is moved. */
export function createClock(): TestClock {
  let time = Date.parse("2030-06-12T12:00:00.000Z");
  return {
    now: () => new Date(time),
    advance(ms) {
      time += ms;
    },
  };
}

export const testPolicy: DeliveryPolicy = {
  leaseMs: 60_000,
  sendingWaitMs: 600_000,
  backoff: { baseMs: 10_000, ceilingMs: 40_000 },
  maxAttempts: 3,
  webhook: { backoff: { baseMs: 10_000, ceilingMs: 40_000 }, maxAttempts: 5 },
  composeMs: 10_000,
  throttle: { baseMs: 10_000, ceilingMs: 40_000 },
  putOffMs: 300_000,
};

/** Returns a mail that says which step sent it, quicker than rendering a report. */
export async function smallMail({ id, contact }: Assessment, name: StepName): Promise<MailMessage> {
  return {
    from: { name: "Reports", address: testConfig.mail.reportFrom },
    to: stepKinds[name].to === "sales" ? [...testConfig.sales.recipients] : [contact.email],
    replyTo: testConfig.mail.replyTo,
    subject: `${name} of ${id}`,
    html: "<p>Hello</p>",
    text: "Hello",
    attachments: [],
    ...stepMarks(stepId({ assessmentId: id, name }), name),
  };
}

export interface TestWorker extends Worker {
  logLines: string[];
}

export function createTestWorker(
  { table, mailEndpoint, now }: { table: Table; mailEndpoint: string; now: () => Date },
  changes: Partial<WorkerDependencies> = {},
): TestWorker {
  const logLines: string[] = [];
  const worker = createWorker({
    table,
    addressSecret: testSecrets.address,
    requestedPerDay: testConfig.mail.requestedPerAddressPerDay,
    messageIdDomain: "readiness.example",
    compose: smallMail,
    send: createSesSender(openSes({ ...localAws, endpoint: mailEndpoint })),
    post: async () => undefined,
    policy: testPolicy,
    now,
    // The longest wait the backoff allows.
    random: () => 1,
    newOwner: () => crypto.randomUUID(),
    log: createLog((line) => logLines.push(line)),
    ...changes,
  });
  return { ...worker, logLines };
}

/** Returns a step of a stored assessment; throws when there is none. */
export async function storedStep(table: Table, assessmentId: string, name: StepName): Promise<Step> {
  const step = (await readAssessment(table, assessmentId))?.steps.find((one) => one.name === name);
  if (step === undefined) throw new Error(`There is no step ${name} of ${assessmentId}.`);
  return step;
}
