/** Which assessment the follow-ups of an address belong to, also where storing the newest was cut off. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { trapField } from "#functions/api/suspicion.ts";
import { release } from "#functions/leads/lead-edits.ts";
import { noteIfNewest } from "#functions/leads/newest-lead.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { noteConfirmedLead } from "#functions/store/confirmed-lead.ts";
import { openTable } from "#functions/store/table.ts";
import type { Submission } from "#shared/submission.ts";
import { createClock } from "../delivery/test-worker.ts";
import { type LocalServices, localAws, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { linkTo } from "../stored-assessment.ts";
import { createTestApp, submitWithProof, type TestApp, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;
const clock = createClock();

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table, { now: clock.now });
});
afterAll(() => services.stop());

async function confirmedLead() {
  const contact = { email: `newest-${crypto.randomUUID()}@example.com`, organisation: "Sample MRO" };
  const { id } = await submitWithProof(app, sampleSubmission({ contact }));
  await app.post(`${await linkTo(services.table, id, "report")}/confirm`);
  clock.advance(60_000);
  const addressHash = addressKey(testSecrets.address, contact.email);
  const newest = async () => (await readAddress(services.table, addressHash)).followUpsOf;
  return { id, contact, addressHash, newest };
}

test("an assessment is the newest although the answer to storing it was lost", async () => {
  const { contact, newest } = await confirmedLead();
  const table = openTable("funnel", { ...localAws, endpoint: services.tableEndpoint });
  let lost = 0;
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        const isFirst =
          commandName === "PutItemCommand" && JSON.stringify(args.input).includes("ASSESSMENT#");
        if (isFirst && lost === 0) {
          lost += 1;
          throw Object.assign(new Error("socket hang up"), { name: "TimeoutError" });
        }
        return answer;
      },
    { step: "deserialize", priority: "low", name: "loseAnswer" },
  );
  const submission = sampleSubmission({ contact });
  const cutOff = createTestApp(table, { now: clock.now });
  expect((await cutOff.submit({ ...submission, proof: await cutOff.proof() })).status).toBeLessThan(300);
  expect(lost).toBe(1);
  expect(await newest()).toBe(submission.submissionId);
  table.client.destroy();
});

async function sentAgain(submission: Submission) {
  expect((await app.submit(submission)).status).toBe(200);
}

test("one stored by a request that died right after is the newest once it is sent again", async () => {
  const { id, contact, addressHash, newest } = await confirmedLead();
  const submission = sampleSubmission({ contact });
  await app.submit(submission);
  // As the request leaves it that died before it noted the newest.
  await noteConfirmedLead(services.table, addressHash, id);
  await sentAgain(submission);
  expect(await newest()).toBe(submission.submissionId);
});

test("an older one sent again takes nothing back", async () => {
  const { contact, newest } = await confirmedLead();
  const [older, newer] = [sampleSubmission({ contact }), sampleSubmission({ contact })];
  await app.submit(older);
  clock.advance(60_000);
  await app.submit(newer);
  await sentAgain(older);
  expect(await newest()).toBe(newer.submissionId);
});

test("where the newest was erased, an older one sent again does not start anew", async () => {
  const { contact, addressHash, newest } = await confirmedLead();
  const submission = sampleSubmission({ contact });
  await app.submit(submission);
  await noteConfirmedLead(services.table, addressHash, "erased");
  await sentAgain(submission);
  expect(await newest()).toBe("erased");
});

test("one that waits for somebody to look takes no place; let go, it does", async () => {
  const { id, contact, addressHash, newest } = await confirmedLead();
  const submission = sampleSubmission({ contact });
  const trapped = { ...submission, proof: await app.proof(), [trapField]: "filled in" };
  expect((await app.submit(trapped)).status).toBe(201);
  expect((await app.submit(trapped)).status).toBe(200);
  expect(await newest()).toBe(id);
  const released = await changeAssessment(
    services.table,
    submission.submissionId,
    (lead) => release(lead, clock.now())?.assessment ?? null,
  );
  if (released === null) throw new Error("It was not held.");
  await noteIfNewest(services.table, released, await readAddress(services.table, addressHash));
  expect(await newest()).toBe(submission.submissionId);
});
