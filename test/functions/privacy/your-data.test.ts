/** The private page on one's own data: to see, take along, correct and choose anew. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assessmentFields } from "#functions/privacy/stored-fields.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import { assessmentSchema } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { findByMailbox } from "#functions/store/lead-search.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
});
afterAll(() => services.stop());

async function accepted() {
  const submission = sampleSubmission();
  const { id } = await submitWithProof(app, submission);
  const stored = async () => {
    const found = await readAssessment(services.table, id);
    if (found === null) throw new Error("The assessment was not stored.");
    return found;
  };
  const first = await stored();
  return {
    id,
    stored,
    email: submission.contact.email,
    /** As mailed at first, and as mailed now. */
    firstPath: (scope: Scope) => privatePath(testSecrets.token, first, scope),
    path: async (scope: Scope) => privatePath(testSecrets.token, await stored(), scope),
  };
}

const contact = (changes: Record<string, string>) =>
  new URLSearchParams({ email: "someone@elsewhere.example", organisation: "Sample MRO", ...changes });
const address = (email: string) => readAddress(services.table, addressKey(testSecrets.address, email));
const json = async (path: string) => (await app.request(path)).json();

describe("the data handed out", () => {
  test("holds every field that says something of the person", async () => {
    const { firstPath, stored } = await accepted();
    const data = await json(`${firstPath("report")}/data.json`);
    const { answers, contact, profile, scorecard, expiresAt } = await stored();
    expect(data).toMatchObject({ contact, profile, scorecard });
    expect(data.answers).toHaveLength(Object.keys(answers).length);
    expect(data.answers[0]).toMatchObject({ question: expect.any(String), answer: expect.any(String) });
    expect(data.deletedBy).toBe(new Date(expiresAt * 1000).toISOString());
    const renamed: Record<string, string> = {
      expiresAt: "deletedBy",
      linksFrom: "correctedAt",
      status: "sales",
      grade: "sales",
      suspected: "sales",
      steps: "mails",
      formerSteps: "mails",
    };
    const handedOut = Object.keys(assessmentSchema.shape).filter(
      (name) => Reflect.get(assessmentFields, name).handedOut,
    );
    expect(handedOut.filter((name) => !((renamed[name] ?? name) in data))).toEqual([]);
  });

  test("is downloaded by the link in the mail and by that of the form, kept by no cache", async () => {
    const { firstPath } = await accepted();
    for (const scope of ["result", "report"] as const) {
      const { status, headers } = await app.request(`${firstPath(scope)}/data.json`);
      expect(status).toBe(200);
      expect(headers.get("content-disposition")).toContain("attachment");
      expect(headers.get("cache-control")).toBe("no-store");
    }
    for (const scope of ["confirm", "sales", "share"] as const)
      for (const suffix of ["data", "data.json", "contact"])
        expect((await app.request(`${firstPath(scope)}/${suffix}`)).status).toBe(404);
  });

  test("tells whoever sent the form nothing about the mailbox", async () => {
    const { firstPath } = await accepted();
    await app.post(`${firstPath("report")}/not-me`);
    const data = await json(`${firstPath("result")}/data.json`);
    for (const name of ["mailbox", "sales", "mails", "actions"]) expect(data).not.toHaveProperty(name);
    const page = await (await app.request(`${firstPath("result")}/data`)).text();
    expect(page).not.toContain("No mail since");
    expect(await (await app.request(`${firstPath("report")}/data`)).text()).toContain("No mail since");
  });
});

describe("the consent receipt", () => {
  test("says when, to which version and to which words", async () => {
    const { firstPath, stored } = await accepted();
    const page = await (await app.request(`${firstPath("report")}/data`)).text();
    const { consent } = await stored();
    expect(page).toContain(`datetime="${consent.at}"`);
    expect(page).toContain("to the words of version 2026-1");
    expect(page).toContain("“Send me the report”");
    expect(page).toMatch(/<strong>No:<\/strong> “Report only: nobody from sales writes or calls\.”/);
  });

  test("follows another choice at once, and keeps what held before", async () => {
    const { firstPath, stored } = await accepted();
    const first = (await stored()).consent;
    const chosen = await app.post(
      `${firstPath("report")}/consent`,
      new URLSearchParams({ reportOnly: "on", followUps: "on" }),
    );
    expect(chosen.status).toBe(303);
    const { consent, consentBefore } = await stored();
    expect(consent).toMatchObject({
      reportOnly: true,
      benchmark: false,
      followUps: true,
      wording: "2026-1",
    });
    expect(consentBefore).toEqual([first]);
    const same = new URLSearchParams({ reportOnly: "on", followUps: "on" });
    await app.post(`${firstPath("report")}/consent`, same);
    expect((await stored()).consentBefore).toEqual([first]);
  });
});

describe("a correction", () => {
  test("of the name changes the record and proves nothing anew", async () => {
    const { firstPath, stored, email } = await accepted();
    await app.post(`${firstPath("report")}/confirm`);
    const before = await stored();
    const fields = contact({ email: email.toUpperCase(), name: "Jo Sample", organisation: "Sample Repair" });
    expect((await app.post(`${firstPath("report")}/contact`, fields)).status).toBe(303);
    const after = await stored();
    expect(after.contact).toEqual({
      email: email.toUpperCase(),
      organisation: "Sample Repair",
      name: "Jo Sample",
    });
    expect(after.actions.confirmed).toBe(before.actions.confirmed);
    expect(after.steps).toEqual(before.steps);
    expect((await address(email)).confirmedAt).toBeDefined();
  });

  test("with mistakes shows the form as filled in, a summary, and changes nothing", async () => {
    const { firstPath, stored } = await accepted();
    const before = await stored();
    for (const email of ["no address", "jo@mailinator.com"]) {
      const response = await app.post(
        `${firstPath("report")}/contact`,
        contact({ email, organisation: "Kept As Typed" }),
      );
      expect(response.status).toBe(422);
      const page = await response.text();
      expect(page).toContain("There is a problem");
      expect(page).toContain(`value="${email}"`);
      expect(page).toContain('value="Kept As Typed"');
    }
    expect(await stored()).toEqual(before);
  });

  test("to another mailbox asks there first, forgets the old one, and ends the links mailed to it", async () => {
    const { firstPath, path, stored, email } = await accepted();
    await app.post(`${firstPath("report")}/confirm`);
    const other = `other-${crypto.randomUUID()}@elsewhere.example`;
    const response = await app.post(`${firstPath("report")}/contact`, contact({ email: other }));
    expect(await response.text()).toContain("One mail goes to the new address.");
    const { actions, steps } = await stored();
    expect(actions.confirmed).toBeUndefined();
    expect(steps.filter(({ name }) => ["confirmation", "report"].includes(name))).toMatchObject([
      { name: "confirmation", state: "owed" },
    ]);
    expect((await address(email)).confirmedAt).toBeUndefined();

    for (const suffix of ["/confirm", "/not-me", "/delete", "/contact"])
      expect((await app.post(`${firstPath("report")}${suffix}`, contact({}))).status).toBe(410);
    expect(await address(other)).toEqual({});
    expect((await app.post(`${await path("confirm")}/confirm`)).status).toBe(303);
    expect((await address(other)).confirmedAt).toBeDefined();
    expect((await app.request(await path("report"))).status).toBe(200);
  });

  test("is found by sales under what it says now, and no longer under what it said", async () => {
    const { firstPath, stored, email } = await accepted();
    const { id } = await stored();
    const other = `found-${crypto.randomUUID()}@elsewhere.example`;
    await app.post(`${firstPath("report")}/contact`, contact({ email: other }));
    const found = async (mailbox: string) =>
      (await findByMailbox(services.table, addressKey(testSecrets.address, mailbox))).rows.map(
        ({ assessment }) => assessment.id,
      );
    expect(await found(other)).toEqual([id]);
    expect(await found(email)).toEqual([]);
  });

  test("from the link of the form works until somebody who reads the mailbox has confirmed it", async () => {
    const { firstPath, stored } = await accepted();
    const typo = contact({ email: `typo-${crypto.randomUUID()}@elsewhere.example` });
    expect((await app.post(`${firstPath("result")}/contact`, typo)).status).toBe(200);
    await app.post(`${privatePath(testSecrets.token, await stored(), "confirm")}/confirm`);
    expect((await app.post(`${firstPath("result")}/contact`, contact({}))).status).toBe(404);
    expect((await app.post(`${firstPath("result")}/consent`)).status).toBe(404);
  });

  test("cannot be used to mail strangers: it counts like a submission", async () => {
    const limited = createTestApp(services.table, {
      submissionsPerSourcePerHour: 3,
      sourceOf: () => "198.51.100.9",
    });
    const { id } = await submitWithProof(limited, sampleSubmission());
    const lead = await readAssessment(services.table, id);
    if (lead === null) throw new Error("The assessment was not stored.");
    const statuses: number[] = [];
    for (let stranger = 0; stranger < 4; stranger += 1) {
      const fields = contact({ email: `stranger-${stranger}-${id}@elsewhere.example` });
      const to = `${privatePath(testSecrets.token, lead, "result")}/contact`;
      statuses.push((await limited.post(to, fields)).status);
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
  });
});

describe("an assessment past its retention time", () => {
  test("opens no more, even before the table has deleted it", async () => {
    const { stored, firstPath } = await accepted();
    const { expiresAt } = await stored();
    const later = createTestApp(services.table, { now: () => new Date(expiresAt * 1000) });
    expect((await later.request(firstPath("sales"))).status).toBe(410);
  });
});
