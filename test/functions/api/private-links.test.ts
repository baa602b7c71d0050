import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import { currentEdition } from "#shared/questions/index.ts";
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

async function accepted(proof = true) {
  const submission = sampleSubmission();
  if (proof) await submitWithProof(app, submission);
  else await app.submit(submission);
  const { submissionId: id, contact } = submission;
  const stored = await readAssessment(services.table, id);
  if (stored === null) throw new Error("The assessment was not stored.");
  return {
    id,
    createdAt: stored.createdAt,
    path: (scope: Scope) => privatePath(testSecrets.token, stored, scope),
    stored: () => readAssessment(services.table, id),
    address: () => readAddress(services.table, addressKey(testSecrets.address, contact.email)),
  };
}

const page = async (path: string, to = app) => (await to.request(path)).text();
const status = async (path: string, to = app) => (await to.request(path)).status;
const day = 86_400_000;

describe("a private link", () => {
  test("shows the result with the same scores as the answer to the form, cached by nobody", async () => {
    const { path } = await accepted();
    const response = await app.request(path("result"));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
    const shown = await response.text();
    expect(shown).toContain("57");
    expect(shown).toContain("The report goes by mail to the address you gave.");
    expect(await page(path("report"))).toContain("Your report is on its way to your mailbox.");
  });

  test("that is not ours is a friendly page with status 404", async () => {
    const { path } = await accepted();
    const own = path("result");
    const forged = `${own.slice(0, -4)}${own.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
    for (const wrong of ["/r/x", "/r/nothing-like-it", own.slice(0, -1), `${own}A`, forged]) {
      const response = await app.request(wrong);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(await response.text()).toContain("We cannot find this page");
    }
  });

  test.each([
    ["result", 30],
    ["confirm", 14],
    ["report", 365],
    ["sales", 365],
  ] as const)("of scope %s ends after %i days as a friendly page with status 410", async (scope, days) => {
    const { path, createdAt } = await accepted();
    const at = (ms: number) =>
      createTestApp(services.table, { now: () => new Date(Date.parse(createdAt) + ms) });
    expect(await status(path(scope), at(days * day - 1_000))).toBe(200);
    const after = await at(days * day).request(path(scope));
    expect(after.status).toBe(410);
    expect(await after.text()).toContain("This link has ended");
  });

  test.each([
    ["result", "confirm"],
    ["result", "not-me"],
    ["sales", "confirm"],
    ["sales", "not-me"],
    ["sales", "delete"],
    ["share", "confirm"],
    ["share", "not-me"],
    ["share", "delete"],
  ] as const)("of scope %s cannot %s", async (scope, action) => {
    const { path, stored, address } = await accepted(false);
    const before = await stored();
    expect((await app.post(`${path(scope)}/${action}`)).status).toBe(404);
    expect(await stored()).toEqual(before);
    expect(await address()).toEqual({});
  });

  test("changes nothing by being followed, as mail scanners do", async () => {
    const { path, stored, address } = await accepted(false);
    const before = await stored();
    for (const scope of ["result", "confirm", "report", "sales", "share"] as const)
      for (const suffix of ["", "/confirm", "/not-me", "/delete", "?variant=without-people"])
        await app.request(`${path(scope)}${suffix}`);
    expect(await stored()).toEqual(before);
    expect(await address()).toEqual({});
  });
});

describe("the confirmation", () => {
  test("is a page with a button; pressed, the report is owed, once", async () => {
    const { id, path, stored, address } = await accepted(false);
    const asked = await page(path("confirm"));
    expect(asked).toContain(`action="${path("confirm")}/confirm"`);
    expect(asked).toContain('method="post"');
    app.owed.length = 0;
    for (let pressed = 0; pressed < 2; pressed += 1) {
      const response = await app.post(`${path("confirm")}/confirm`);
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toBe(path("report"));
    }
    expect((await stored())?.steps.filter(({ name }) => name === "report")).toMatchObject([
      { state: "owed" },
    ]);
    expect(app.owed).toEqual([id]);
    expect((await address()).confirmedAt).toBeDefined();
    expect(await page(path("confirm"))).toContain("Confirmed");
  });
});

describe("not me", () => {
  test("stops every mail to the address", async () => {
    const { path, address } = await accepted();
    expect((await app.post(`${path("report")}/not-me`)).status).toBe(200);
    expect((await address()).suppressed?.why).toBe("not-me");
  });
});

describe("deleting", () => {
  test("asks first, then leaves nothing but a suppression", async () => {
    const { path, stored, address } = await accepted(false);
    await app.post(`${path("confirm")}/confirm`);
    await app.post(`${path("confirm")}/not-me`);
    expect(Object.keys(await address()).sort()).toEqual(["confirmedAt", "followUpsOf", "suppressed"]);
    expect(await page(`${path("report")}/delete`)).toContain("Delete these answers?");
    expect(await stored()).not.toBeNull();
    expect((await app.post(`${path("report")}/delete`)).status).toBe(200);
    expect(await stored()).toBeNull();
    expect(Object.keys(await address())).toEqual(["suppressed"]);
    expect(await status(path("report"))).toBe(410);
  });

  test("forgets the address when nothing was suppressed", async () => {
    const { path, address } = await accepted(false);
    await app.post(`${path("confirm")}/confirm`);
    await app.post(`${path("result")}/delete`);
    expect(await address()).toEqual({});
  });
});

describe.each(["sales", "share"] as const)("the link of scope %s", (scope) => {
  const peopleTexts = currentEdition.questions
    .filter((question) => question.kind === "people")
    .map(({ text }) => text);

  test.each(["", "?variant=full", "?variant=without-people"])(
    "shows no people answer and no way to the whole: %j",
    async (query) => {
      const { path } = await accepted();
      const whole = await page(path("report"));
      expect(peopleTexts.some((text) => whole.includes(text))).toBe(true);
      const shown = await page(`${path(scope)}${query}`);
      expect(shown).toContain("Sample MRO");
      expect(peopleTexts.filter((text) => shown.includes(text))).toEqual([]);
      for (const id of ["SK1", "OC2", "SG4"]) expect(shown).not.toContain(`"${id}"`);
      expect(shown).not.toContain(`href="${path(scope)}"`);
      expect(shown).not.toContain(`href="${path(scope)}/report.pdf"`);
      expect(shown).not.toMatch(/\/(?:delete|not-me)"/);
    },
  );
});

describe("what is passed on", () => {
  test("has an address of its own, offered on the whole report only", async () => {
    const { path } = await accepted();
    expect(await page(path("report"))).toContain(`href="${path("share")}"`);
    expect(await page(path("report"))).toContain(`href="${path("share")}/report.pdf"`);
    expect(await page(path("result"))).not.toContain(path("share"));
    expect(await page(path("share"))).not.toContain(path("report"));
  });

  test("tells sales that the customer may see another headline, and nobody else", async () => {
    const { path } = await accepted();
    expect(await page(path("sales"))).toContain("ask which decision they saw");
    expect(await page(path("share"))).not.toContain("ask which decision they saw");
  });
});
