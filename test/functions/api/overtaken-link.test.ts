/** A link that does something while another page changes the assessment, and the form's link once the mailbox is proved. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { leadsOfAddress } from "#functions/leads/leads-of-address.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import { openTable } from "#functions/store/table.ts";
import type { Scope } from "#functions/tokens.ts";
import { createClock, createTestWorker, type TestClock } from "../delivery/test-worker.ts";
import { localAws, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { linkTo, storedAssessment } from "../stored-assessment.ts";
import { createTestApp, type TestApp, testSecrets } from "../test-app.ts";

const services = await startLocalServices();
afterAll(() => services.stop());

const withSeries = { followUps: true, benchmark: false, reportOnly: false };
let clock: TestClock;
let app: TestApp;
beforeEach(() => {
  clock = createClock();
  app = createTestApp(services.table, { now: clock.now });
});

const mailbox = (name: string) => `${name}-${crypto.randomUUID()}@example.com`;
const keyOf = (email: string) => addressKey(testSecrets.address, email);
const worker = () => createTestWorker({ ...services, now: clock.now });

const stored = (id: string) => storedAssessment(services.table, id);
const linkOf = (id: string, scope: Scope) => linkTo(services.table, id, scope);
const contact = (email: string, more = {}) =>
  new URLSearchParams({ email, organisation: "Sample MRO", ...more });

/** Without a proof of work: a button comes first. */
async function submitted(email: string, consent = { ...withSeries, followUps: false }) {
  const submission = sampleSubmission({
    contact: { email, organisation: "Sample MRO" },
    consent,
    timeZone: "UTC",
  });
  await app.submit(submission);
  await worker().deliver(submission.submissionId);
  return submission.submissionId;
}

async function confirmed(email: string, consent?: typeof withSeries) {
  const id = await submitted(email, consent);
  await app.post(`${await linkOf(id, "confirm")}/confirm`);
  await worker().deliver(id);
  return id;
}

/** The same API, where something else happens just before it first reads or writes what is known of an address. */
function overtakenApp(email: string, operation: string, meanwhile: () => Promise<unknown>): TestApp {
  const table = openTable("funnel", { ...localAws, endpoint: services.tableEndpoint });
  let waiting = true;
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const isIt =
          commandName === operation && JSON.stringify(args.input).includes(`ADDRESS#${keyOf(email)}`);
        if (isIt && waiting) {
          waiting = false;
          await meanwhile();
        }
        return next(args);
      },
    { step: "initialize", name: "meanwhile" },
  );
  return createTestApp(table, { now: clock.now });
}

describe("while the assessment moves to another mailbox", () => {
  test("a correction made for the one before is not written", async () => {
    const [victim, own] = [mailbox("victim"), mailbox("own")];
    const id = await submitted(victim);
    const form = await linkOf(id, "result");
    const slow = overtakenApp(victim, "GetItemCommand", async () => {
      await app.post(`${form}/contact`, contact(own));
      await worker().deliver(id);
      await app.post(`${await linkOf(id, "confirm")}/confirm`);
    });
    // Another spelling of the same mailbox: no new proof would be asked for.
    const response = await slow.post(`${form}/contact`, contact(victim.replace("@", "+x@")));
    expect(response.status).toBe(409);
    expect((await stored(id)).contact.email).toBe(own);
    await app.post(`${await linkOf(id, "report")}/not-me`);
    expect((await readAddress(services.table, keyOf(victim))).suppressed).toBeUndefined();
  });

  test("the same correction sent twice leaves it listed with its new mailbox", async () => {
    const [before, after] = [mailbox("before"), mailbox("after")];
    const id = await submitted(before);
    const form = await linkOf(id, "result");
    const send = (through: TestApp) => through.post(`${form}/contact`, contact(after));
    const slow = overtakenApp(after, "GetItemCommand", () => send(app));
    expect((await send(slow)).status).toBe(409);
    const listed = await leadsOfAddress(services.table, testSecrets.address, keyOf(after));
    expect(listed.map((lead) => lead.id)).toEqual([id]);
  });

  test("a button pressed for the one before starts no series for the next", async () => {
    const [known, own] = [mailbox("known"), mailbox("own")];
    await confirmed(known);
    const id = await submitted(own, withSeries);
    const form = await linkOf(id, "result");
    const slow = overtakenApp(own, "UpdateItemCommand", () => app.post(`${form}/contact`, contact(known)));
    await slow.post(`${await linkOf(id, "confirm")}/confirm`, new URLSearchParams({ followUps: "yes" }));
    const { contact: now, steps, provedAt } = await stored(id);
    expect(now.email).toBe(known);
    expect(steps.filter(({ name }) => name.startsWith("follow-up"))).toEqual([]);
    expect(provedAt).toBeUndefined();
  });
});

describe("the form's link, once a reader of the mailbox has pressed the button", () => {
  test("shows nothing that they entered, and changes nothing, also after they moved on", async () => {
    const [first, second] = [mailbox("first"), mailbox("second")];
    const id = await confirmed(first);
    const form = await linkOf(id, "result");
    const entered = { name: "Jo Private", phone: "+44 20 7946 0000" };
    await app.post(`${await linkOf(id, "report")}/contact`, contact(first, entered));
    await app.post(`${await linkOf(id, "report")}/contact`, contact(second, entered));
    for (const path of [`${form}/data`, `${form}/data.json`]) {
      const shown = await (await app.request(path)).text();
      for (const text of [first, second, ...Object.values(entered)]) expect(shown, path).not.toContain(text);
    }
    expect(await (await app.request(`${form}/data`)).text()).not.toContain("Everything we hold about you");
    expect((await app.post(`${form}/contact`, contact(mailbox("third")))).status).toBe(404);
    expect((await app.post(`${form}/consent`)).status).toBe(404);
    expect((await stored(id)).contact.email).toBe(second);
  });
});

test("the pages behind the form's link are the same for a customer's address and for an unknown one", async () => {
  const customer = mailbox("customer");
  await confirmed(customer);
  const seen: string[] = [];
  for (const email of [customer, mailbox("stranger")]) {
    const id = await submitted(email);
    const form = await linkOf(id, "result");
    const pages = await Promise.all(
      ["", "/data", "/contact", "/data.json"].map(async (path) =>
        (await app.request(`${form}${path}`)).text(),
      ),
    );
    const neutral = pages.join("\n").replaceAll(email, "<address>").replaceAll(id, "<id>");
    seen.push(neutral.replaceAll(form, "<form>").replaceAll(await linkOf(id, "share"), "<share>"));
  }
  expect(seen[0]).toBe(seen[1]);
});

test.each(["multipart/form-data", "multipart/form-data; boundary=a"])(
  "a button posted as %s is no failure of ours",
  async (type) => {
    const link = await linkOf(await submitted(mailbox("odd")), "confirm");
    const request = { method: "POST", headers: { "content-type": type }, body: "--a\r\nbroken" };
    expect((await app.request(`${link}/confirm`, request)).status).toBeLessThan(500);
  },
);
