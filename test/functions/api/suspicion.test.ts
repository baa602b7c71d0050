/** Submissions that look like a program's: the same answer as for everybody, and nothing happens until somebody looks. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { submissionsPerAddressPerDay } from "#functions/api/suspicion.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { releasedSteps } from "#functions/store/held-steps.ts";
import { openToken } from "#functions/tokens.ts";
import type { Submission } from "#shared/submission.ts";
import { createTestWorker } from "../delivery/test-worker.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { asForm, sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp, testConfig, testSecrets } from "../test-app.ts";

let services: LocalServices;
let app: TestApp;
/** Stands still: how old a proof is must not depend on how busy the machine is. */
const started = new Date();
const now = () => started;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table, { now });
});
afterAll(() => services.stop());

const [salesRecipient = ""] = testConfig.sales.recipients;
const noticesAbout = async (id: string) =>
  (await services.mailsTo(salesRecipient)).filter(({ subject }) => subject.includes(id));
const releaseHeld = (id: string) =>
  changeAssessment(services.table, id, (lead) => {
    const steps = releasedSteps(lead, now());
    return steps === null ? null : { steps };
  });
const stored = (id: string) => readAssessment(services.table, id);
const deliver = (id: string) =>
  createTestWorker({ table: services.table, mailEndpoint: services.mailEndpoint, now }).deliver(id);

/** The page without what is another for each submission. */
async function pageOf(resultUrl: string): Promise<string> {
  return (await (await app.request(resultUrl)).text()).replaceAll(resultUrl, "");
}

async function accepted(body: unknown): Promise<{ id: string; resultUrl: string }> {
  const response = await app.submit(body);
  expect(response.status).toBe(201);
  return response.json();
}

const trapped = (submission: Submission) => ({ ...submission, website: "https://spam.example" });

describe("a submission with the hidden field filled in", () => {
  test("is answered like any other, and shows the same page before and after delivery", async () => {
    for (const proof of [undefined, await app.proof()]) {
      const other = proof === undefined ? {} : { proof: await app.proof() };
      const bot = await accepted(trapped({ ...sampleSubmission(), proof }));
      const person = await accepted({ ...sampleSubmission(), ...other });
      expect(Object.keys(bot)).toEqual(Object.keys(person));
      expect(await pageOf(bot.resultUrl)).toBe(await pageOf(person.resultUrl));
      await deliver(bot.id);
      await deliver(person.id);
      expect((await stored(person.id))?.steps[0]?.state).toBe("done");
      expect(await pageOf(bot.resultUrl)).toBe(await pageOf(person.resultUrl));
    }
  });

  test("is kept with its mark; nothing is mailed, sales is not told, and its page offers no PDF", async () => {
    const submission = sampleSubmission();
    const { id, resultUrl } = await accepted(trapped(submission));
    await deliver(id);
    expect(await stored(id)).toMatchObject({
      contact: submission.contact,
      suspected: { why: "trap" },
      steps: [{ state: "held" }, { state: "held" }],
    });
    expect(app.owed).not.toContain(id);
    expect(await services.mailsTo(submission.contact.email)).toEqual([]);
    expect(await noticesAbout(id)).toEqual([]);
    expect((await app.request(`${resultUrl}/report.pdf`)).status).toBe(404);
  });

  test("tells a person where to write, since it may be one", async () => {
    const { resultUrl } = await accepted(trapped(sampleSubmission()));
    expect(await pageOf(resultUrl)).toContain(`write to ${testConfig.mail.replyTo}`);
  });

  test("comes from the plain form too, with the same redirection", async () => {
    const fields = asForm(sampleSubmission());
    fields.set("website", "https://spam.example");
    const response = await app.post("/api/assessments", fields);
    expect(response.status).toBe(303);
    const token = response.headers.get("location")?.replace("/r/", "") ?? "";
    const opened = openToken(testSecrets.token, token, now());
    if (opened === null || opened === "expired") throw new Error("The location holds no valid token.");
    expect((await stored(opened.assessmentId))?.suspected?.why).toBe("trap");
  });

  test("goes its way once somebody releases it, and keeps its mark", async () => {
    const submission = sampleSubmission();
    const { id } = await accepted(trapped(submission));
    expect(await releaseHeld(id)).not.toBeNull();
    await deliver(id);
    expect(await services.mailsTo(submission.contact.email)).toHaveLength(1);
    expect(await noticesAbout(id)).toHaveLength(1);
    expect((await stored(id))?.suspected?.why).toBe("trap");
    expect(await releaseHeld(id)).toBeNull();
  });
});

describe("the time a form took", () => {
  const stateOf = async (submission: Submission) =>
    (await stored((await accepted(submission)).id))?.suspected?.why;

  test("holds what was filled in faster than anybody can, by the client's own words", async () => {
    expect(await stateOf({ ...sampleSubmission(), secondsTaken: 0.8 })).toBe("too-fast");
    expect(await stateOf({ ...sampleSubmission(), secondsTaken: 0.8, proof: await app.proof() })).toBe(
      "too-fast",
    );
  });

  test("says nothing against slow visitors, against clients that do not measure it, or against a young proof", async () => {
    expect(await stateOf({ ...sampleSubmission(), secondsTaken: 41 })).toBeUndefined();
    expect(await stateOf(sampleSubmission())).toBeUndefined();
    expect(await stateOf({ ...sampleSubmission(), proof: await app.proof() })).toBeUndefined();
  });

  test("is not believed against the signed time of the challenge: a clock may jump", async () => {
    const proof = await createTestApp(services.table, {
      now: () => new Date(started.getTime() - 60_000),
    }).proof();
    expect(await stateOf({ ...sampleSubmission(), secondsTaken: 0, proof })).toBeUndefined();
  });

  test("makes no other submission of the same one", async () => {
    const submission = sampleSubmission();
    await accepted({ ...submission, secondsTaken: 30 });
    expect((await app.submit({ ...submission, secondsTaken: 45 })).status).toBe(200);
  });
});

describe("an address named again and again", () => {
  test("is answered all the same, and sales is not told beyond a number a day", async () => {
    const contact = { organisation: "Sample MRO", email: `${crypto.randomUUID()}@example.com` };
    const ids: string[] = [];
    for (let named = 0; named <= submissionsPerAddressPerDay; named += 1) {
      const email = contact.email.replace("@", `+${named}@`);
      ids.push((await accepted(sampleSubmission({ contact: { ...contact, email } }))).id);
    }
    const marks = await Promise.all(ids.map(async (id) => (await stored(id))?.suspected?.why));
    expect(marks.filter((why) => why === undefined)).toHaveLength(submissionsPerAddressPerDay);
    expect(marks.at(-1)).toBe("many-for-address");
  });
});

describe("an address", () => {
  const emailProblem = async (email: string) => {
    const response = await app.submit(sampleSubmission({ contact: { email, organisation: "Sample MRO" } }));
    if (response.status === 201) return null;
    const { errors } = await response.json();
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/contact/email"]);
    return errors[0].message;
  };

  test.each(["jo@mailinator.com", "jo@Any.Mailinator.COM", "jo+tag@yopmail.com"])(
    "that is gone in an hour is refused, and the message says what to do: %s",
    async (email) => {
      expect(await emailProblem(email)).toContain("Use an address that lasts");
    },
  );

  test.each([
    '"jo"@example.com',
    "jo@example.com.",
    "ｊｏ＠example.com",
    "jo..smith@example.com",
    "jo@localhost",
    "jo@192.0.2.1",
    "jo@[192.0.2.1]",
    "jo@example.com, sam@example.com",
    "jo@example.com\r\nBcc: sam@example.com",
    "Jo <jo@example.com>",
    `${"j".repeat(65)}@example.com`,
  ])("that no mail server takes for one address is refused: %j", async (email) => {
    expect(await emailProblem(email)).toContain("Enter an email address");
  });

  test.each([
    "quality@lab.example.com",
    "info@example.com",
    "o'neil+audit@sub.example.co.uk",
    "jo@bücher.example.com",
  ])("of a role, with a tag or in other letters is taken: %s", async (email) => {
    expect(await emailProblem(email)).toBeNull();
  });
});
