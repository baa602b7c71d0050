import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createComposer } from "#functions/delivery/compose-step.ts";
import { createPoster } from "#functions/delivery/post-content.ts";
import { afterRepeat } from "#functions/delivery/repeat-step.ts";
import { createHandOver, type HandOver } from "#functions/hand-over.ts";
import { afterStatus } from "#functions/leads/lead-changes.ts";
import type { Assessment, Step, StepName } from "#functions/store/assessment-item.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { privatePath } from "#functions/tokens.ts";
import { PostError } from "#functions/webhooks/post-error.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { listen } from "../../../infra/local/listen.ts";
import { closing } from "../../../infra/local/table-server.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp, testConfig, testSecrets } from "../test-app.ts";
import { createClock, createTestWorker, storedStep, type TestClock, testPolicy } from "./test-worker.ts";

const config = parseFunnelConfig({
  ...testConfig,
  sales: {
    ...testConfig.sales,
    recipients: ["all@sales.example"],
    routes: [{ industries: ["aviation"], recipients: ["field@sales.example"] }],
    notices: { slack: true, teams: true, responseClock: { hours: 4, recipients: ["boss@sales.example"] } },
  },
  webhooks: { events: ["lead.created", "lead.confirmed", "lead.changed"] },
});
const siteUrl = "https://readiness.example";
const repeat = (id: string, name: StepName) =>
  changeAssessment(services.table, id, (lead) => afterRepeat(lead, name, clock.now()));
const hour = 3_600_000;

interface Posted {
  path: string;
  id: string | undefined;
  body: { type: string; data: { id: string; status: string; grade: string } };
}

let services: LocalServices;
let clock: TestClock;
let app: TestApp;
const posted: Posted[] = [];
/** How the other side answers next; afterwards it takes everything. */
const answers: number[] = [];
/** Called before each answer. */
let meanwhile: () => Promise<unknown> = async () => undefined;

const other = createServer(async (request, response) => {
  const body = JSON.parse(Buffer.concat(await request.toArray()).toString("utf8"));
  posted.push({ path: request.url ?? "", id: request.headers["webhook-id"]?.toString(), body });
  await meanwhile();
  response.writeHead(answers.shift() ?? 204, { "retry-after": "60" }).end();
});
let endpoint = "";

beforeAll(async () => {
  services = await startLocalServices();
  endpoint = `http://127.0.0.1:${await listen(other, 0)}`;
});
afterAll(async () => {
  await closing(other)();
  await services.stop();
});
beforeEach(() => {
  clock = createClock();
  app = createTestApp(services.table, { config, now: clock.now });
  posted.length = 0;
  answers.length = 0;
  meanwhile = async () => undefined;
});

function createWorker(changes: Partial<HandOver> = {}) {
  const links = { siteUrl, tokenSecret: testSecrets.token };
  const environment = {
    SLACK_WEBHOOK_URL: `${endpoint}/slack`,
    TEAMS_WEBHOOK_URL: `${endpoint}/teams`,
    WEBHOOK_URL: `${endpoint}/hook`,
    WEBHOOK_SECRET: [`whsec_${Buffer.alloc(32, 7).toString("base64")}`],
  };
  const handOver = {
    ...createHandOver(config, environment, { allowLocal: true, now: clock.now }),
    ...changes,
  };
  return createTestWorker(
    { ...services, now: clock.now },
    {
      compose: createComposer({ ...links, config, now: clock.now }),
      post: createPoster({ ...links, config, handOver, now: clock.now }),
    },
  );
}

/** A lead with fit and need for an A, whose report was mailed before: rendering one is no concern here. */
async function newLead(changes: Parameters<typeof sampleSubmission>[0] = {}): Promise<Assessment> {
  const { id } = await submitWithProof(app, sampleSubmission(changes, "everything at the bottom"));
  const lead = await changeAssessment(services.table, id, ({ steps }) => ({
    steps: steps.map((step) => (step.name === "report" ? { ...step, state: "done" as const } : step)),
  }));
  if (lead === null) throw new Error("The assessment was not stored.");
  return lead;
}

const step = (lead: Assessment, name: StepName): Promise<Step> => storedStep(services.table, lead.id, name);
const press = (lead: Assessment, what: string) =>
  app.post(`${privatePath(testSecrets.token, lead, "report")}/${what}`);
const noticesTo = async (address: string, lead: Assessment) =>
  (await services.mailsTo(address)).filter(({ body }) => body.text?.includes(lead.contact.email));

describe("a lead that arrives", () => {
  test("is told to whom its industry is routed, to both channels and to the other system, once", async () => {
    const lead = await newLead();
    const worker = createWorker();
    await worker.deliver(lead.id);
    await worker.deliver(lead.id);
    expect((await noticesTo("field@sales.example", lead)).map(({ subject }) => subject)).toEqual([
      "B · Sample MRO · just now",
    ]);
    expect(await noticesTo("all@sales.example", lead)).toEqual([]);
    expect(posted.map(({ path }) => path)).toEqual(["/slack", "/teams", "/hook"]);
    expect(posted[2]?.body).toMatchObject({ type: "lead.created", data: { id: lead.id, grade: "B" } });
  });

  test("is told although one of the channels refuses it, and that one tries again", async () => {
    const lead = await newLead();
    answers.push(500);
    const worker = createWorker();
    await worker.deliver(lead.id);
    expect(await step(lead, "slack-notice")).toMatchObject({ state: "owed", lastError: "http-500" });
    expect(await step(lead, "teams-notice")).toMatchObject({ state: "done" });
    expect(await step(lead, "webhook-created")).toMatchObject({ state: "done" });
    clock.advance(60_000);
    await worker.deliver(lead.id);
    expect(await step(lead, "slack-notice")).toMatchObject({ state: "done", attempts: 2 });
  });
});

describe("a webhook", () => {
  const onlyWebhook = async (lead: Assessment) =>
    changeAssessment(services.table, lead.id, ({ steps }) => ({
      steps: steps.filter(({ name }) => name.startsWith("webhook")),
    }));

  test("waits as long as the other side asks, keeps its id, and is given up later than a mail", async () => {
    const lead = await newLead();
    await onlyWebhook(lead);
    const tries = testPolicy.webhook.maxAttempts;
    answers.push(...Array.from({ length: tries }, () => 503));
    const worker = createWorker();
    await worker.deliver(lead.id);
    expect((await step(lead, "webhook-created")).dueAt).toBe(
      new Date(clock.now().getTime() + 60_000).toISOString(),
    );
    for (let tried = 1; tried < tries; tried += 1) {
      clock.advance(60_000);
      await worker.deliver(lead.id);
    }
    expect(await step(lead, "webhook-created")).toMatchObject({ state: "failed", attempts: tries });
    expect(tries).toBeGreaterThan(testPolicy.maxAttempts);
    expect(new Set(posted.map(({ id }) => id))).toEqual(new Set([`${lead.id}_created_1`]));
  });

  test("is given up at once when the other side wants nothing more", async () => {
    const lead = await newLead();
    await onlyWebhook(lead);
    answers.push(410);
    await createWorker().deliver(lead.id);
    expect(await step(lead, "webhook-created")).toMatchObject({ state: "failed", lastError: "http-410" });
  });

  test("goes once more under the same id when somebody asks, failed or done", async () => {
    const lead = await newLead();
    await onlyWebhook(lead);
    const again = () => repeat(lead.id, "webhook-created");
    expect(await again()).toBeNull();
    answers.push(410);
    const worker = createWorker();
    await worker.deliver(lead.id);
    for (const _ of ["failed", "done"]) {
      expect(await again()).not.toBeNull();
      await worker.deliver(lead.id);
      expect(await step(lead, "webhook-created")).toMatchObject({ state: "done", attempts: 1 });
    }
    expect(posted.map(({ id }) => id)).toEqual(Array.from({ length: 3 }, () => `${lead.id}_created_1`));
    expect(await repeat(lead.id, "report")).toBeNull();
  });

  test("goes again when a crash left nobody knowing whether it went", async () => {
    const lead = await newLead();
    await onlyWebhook(lead);
    const died = { state: "sending", attempts: 1, dueAt: clock.now().toISOString() } as const;
    await changeAssessment(services.table, lead.id, ({ steps }) => ({
      steps: steps.map((one) => ({ ...one, ...died })),
    }));
    await createWorker().deliver(lead.id);
    expect(await step(lead, "webhook-created")).toMatchObject({ state: "done", attempts: 2 });
    expect(posted.map(({ id }) => id)).toEqual([`${lead.id}_created_1`]);
  });

  test("about a change that comes while one is being sent is sent, too", async () => {
    const lead = await newLead();
    const change = (status: "contacted" | "qualified") =>
      changeAssessment(services.table, lead.id, (current) =>
        afterStatus(current, status, { config, now: clock.now() }),
      );
    await changeAssessment(services.table, lead.id, () => ({ steps: [] }));
    await change("contacted");
    meanwhile = () => {
      meanwhile = async () => undefined;
      return change("qualified");
    };
    const worker = createWorker();
    await worker.deliver(lead.id);
    expect(await step(lead, "webhook-changed")).toMatchObject({ state: "owed", event: { number: 2 } });
    await worker.deliver(lead.id);
    expect(posted.map(({ id, body }) => [id, body.data.status])).toEqual([
      [`${lead.id}_changed_1`, "contacted"],
      [`${lead.id}_changed_2`, "qualified"],
    ]);
    expect(await step(lead, "webhook-changed")).toMatchObject({ state: "done" });
  });
});

test("a system that hangs is left alone for a minute, and no try of another lead is used up", async () => {
  const [first, second] = [await newLead(), await newLead()];
  let tries = 0;
  const worker = createWorker({
    sendWebhook: async () => {
      tries += 1;
      throw new PostError("timed-out");
    },
  });
  await worker.deliver(first.id);
  await worker.deliver(second.id);
  expect(tries).toBe(1);
  const { dueAt, ...left } = await step(second, "webhook-created");
  expect(dueAt).toBe(new Date(clock.now().getTime() + 60_000).toISOString());
  expect(left).toMatchObject({ state: "owed", attempts: 0 });
  expect(await step(second, "slack-notice")).toMatchObject({ state: "done" });
  clock.advance(60_000);
  await worker.deliver(second.id);
  expect(tries).toBe(2);
  expect(await step(second, "webhook-created")).toMatchObject({ attempts: 1, lastError: "timed-out" });
});

describe("a lead that becomes hotter", () => {
  test("is told of a second time with what changed, once for each reason", async () => {
    const lead = await newLead();
    const worker = createWorker();
    await press(lead, "confirm");
    await press(lead, "used-what-if");
    await press(lead, "confirm");
    await worker.deliver(lead.id);
    const mails = await noticesTo("field@sales.example", lead);
    expect(mails.map(({ subject }) => subject)).toEqual([
      "A · Sample MRO · just now",
      "A · Sample MRO · confirmed",
      "A · Sample MRO · tried the what-if",
    ]);
    expect(mails[1]?.body.text).toContain("Confirmed the address: A, was B.");
    expect(posted.filter(({ path }) => path === "/slack")).toHaveLength(3);
  });
});

describe("the response clock", () => {
  test("tells again of a lead of grade A that nobody has taken up in time, and only then", async () => {
    const lead = await newLead();
    await press(lead, "confirm");
    const worker = createWorker();
    await worker.deliver(lead.id);
    clock.advance(4 * hour - 1_000);
    await worker.deliver(lead.id);
    expect(await noticesTo("boss@sales.example", lead)).toEqual([]);
    clock.advance(1_000);
    await worker.deliver(lead.id);
    expect((await noticesTo("boss@sales.example", lead)).map(({ subject }) => subject)).toEqual([
      "A · Sample MRO · nobody has called",
    ]);
  });

  test.each([
    ["its status is new no more", () => ({ status: "contacted" as const }), "taken-up"],
    ["its address is suppressed by then", () => ({ grade: null }), "not-grade-a"],
  ])("says nothing of one when %s", async (_, change, reason) => {
    const lead = await newLead();
    await press(lead, "confirm");
    await changeAssessment(services.table, lead.id, change);
    clock.advance(4 * hour);
    await createWorker().deliver(lead.id);
    for (const name of ["sales-notice-untouched", "slack-notice-untouched"] as const)
      expect(await step(lead, name)).toMatchObject({ state: "skipped", lastError: reason });
    expect(await noticesTo("boss@sales.example", lead)).toEqual([]);
  });
});

test("a lead of grade B starts no clock", async () => {
  const lead = await newLead();
  const { steps } = (await readAssessment(services.table, lead.id)) ?? lead;
  expect(steps.some(({ name }) => name.endsWith("-untouched"))).toBe(false);
});
