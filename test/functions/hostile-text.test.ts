/** What a visitor types, on its way through result page, report, mails and exports: always text, never anything else. */
import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createComposer } from "#functions/delivery/compose-step.ts";
import type { MailMessage } from "#functions/mail/message.ts";
import { composeMime } from "#functions/mail/mime.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import type { Submission } from "#shared/submission.ts";
import { readCsv } from "../shared/report/exports/read-csv.ts";
import { type LocalServices, startLocalServices } from "./local-services.ts";
import { readReport, solid } from "./pdf/read-report.ts";
import { sampleSubmission } from "./sample-submissions.ts";
import { createTestApp, type TestApp, testConfig, testSecrets, testSiteUrl } from "./test-app.ts";

/** Ends an attribute, an element and a script, starts new ones, and is a formula and a template beside. */
const hostile = `="'></script><img src=x onerror=alert(1)>{{title}}$&\${1}`;
/** No text the visitor typed is in any other. */
const typed = { organisation: `O${hostile}`, name: `N${hostile}`, role: hostile };

let services: LocalServices;
let app: TestApp;
let hostileOne: Assessment;
let harmless: Assessment;
/** Rendered once: a report takes seconds. */
let report: MailMessage;

const compose = createComposer({
  config: testConfig,
  siteUrl: testSiteUrl,
  tokenSecret: testSecrets.token,
  now: () => new Date("2026-11-25T12:00:00.000Z"),
});

async function accepted(changes: Partial<Submission>): Promise<Assessment> {
  const submission = sampleSubmission(changes);
  expect((await app.submit(submission)).status).toBe(201);
  const stored = await readAssessment(services.table, submission.submissionId);
  if (stored === null) throw new Error("The assessment was not stored.");
  return stored;
}

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
  const profile = { ...sampleSubmission().profile, salary: 95_001 };
  const contact = { email: "typed.address@example.com", phone: "+1 555 0100" };
  hostileOne = await accepted({
    profile: { ...profile, role: typed.role },
    contact: { ...contact, organisation: typed.organisation, name: typed.name },
    source: { page: hostile, utm_source: hostile, utm_medium: hostile, utm_campaign: hostile },
  });
  harmless = await accepted({
    profile: { ...profile, role: "other role" },
    contact: { ...contact, organisation: "Sample MRO", name: "Jo" },
  });
  report = await compose(hostileOne, "report");
});
afterAll(() => services.stop());

/** The elements of a page in their order, without what stands in them. */
const elements = (html: string) => html.match(/<\/?[a-z][\w-]*/gi)?.join(" ") ?? "";

const headerNames = ({ headers }: Email) => headers.map(({ key }) => key);

async function parsed(message: MailMessage): Promise<Email> {
  const sent = { messageId: "<one@readiness.example>", date: new Date("2026-11-25T12:00:00.000Z") };
  return PostalMime.parse(await composeMime(message, sent));
}

describe("hostile text on a page", () => {
  const pageOf = async (assessment: Assessment, scope: Scope) =>
    (await app.request(privatePath(testSecrets.token, assessment, scope))).text();

  test.each(["result", "report", "sales", "share", "confirm"] as const)(
    "of scope %s adds no element and no attribute",
    async (scope) => {
      const page = await pageOf(hostileOne, scope);
      expect(elements(page)).toBe(elements(await pageOf(harmless, scope)));
      expect(page).not.toContain(hostile);
      expect(page).not.toContain("<img src=x");
    },
  );

  test("is shown as it was typed", async () => {
    const escaped = typed.organisation.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const page = (await pageOf(hostileOne, "report")).replace(/&(amp|lt|gt|quot);/g, (_, name) => {
      const signs: Record<string, number> = { amp: 38, lt: 60, gt: 62, quot: 34 };
      return `&#${signs[name]};`;
    });
    expect(page).toContain(escaped);
  });
});

describe("hostile text in the form that comes back", () => {
  test("adds no element and no attribute, in any field", async () => {
    const names = [
      "email",
      "organisation",
      "name",
      "phone",
      "role",
      "industry",
      "headcount",
      "region",
      "edition",
    ];
    const others = [
      "page",
      "utm_source",
      "utm_campaign",
      "submissionId",
      "salary",
      "infrastructurePeople",
      "B1",
      "proof",
    ];
    const formWith = async (value: string) => {
      const fields = new URLSearchParams([...names, ...others].map((name) => [name, value]));
      return (await app.post("/api/assessments", fields)).text();
    };
    const page = await formWith(hostile);
    expect(elements(page)).toBe(elements(await formWith("x".repeat(hostile.length))));
    expect(page).not.toContain(hostile);
  });
});

describe("hostile text in the PDF", () => {
  test("is printed as text, starts nothing, and links nowhere", async () => {
    const bytes = report.attachments[0]?.content ?? new Uint8Array();
    const { pages, links } = await readReport(bytes);
    expect(solid(pages[0] ?? "")).toContain(solid(typed.organisation));
    expect(links.join(" ")).not.toMatch(/onerror|alert/);
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/\/(?:JavaScript|JS|Launch|OpenAction)\b/);
  });

  test("leaves out who asked and how to reach them: it goes to an address that nobody has proved", async () => {
    const { pages } = await readReport(report.attachments[0]?.content ?? new Uint8Array());
    const whole = solid(pages.join(""));
    for (const secret of [typed.name, "typed.address@example.com", "5550100"])
      expect(whole).not.toContain(solid(secret));
  });
});

describe("the first mail to an address", () => {
  const words = [hostile, "typed.address", "555 0100", "95,001", "95001", "onerror"];

  test.each(["confirmation", "report"] as const)("holds nothing the visitor typed: %s", async (name) => {
    const message = name === "report" ? report : await compose(hostileOne, name);
    const { subject, html, text, headers, from } = await parsed(message);
    const shown = JSON.stringify([subject, html, text, headers.filter(({ key }) => key !== "to"), from]);
    for (const word of words) expect(shown).not.toContain(word);
  });
});

describe("hostile text in the notice to sales", () => {
  const noticeOf = async (assessment: Assessment) => parsed(await compose(assessment, "sales-notice"));

  test("adds no element, no header and no recipient", async () => {
    const [notice, other] = [await noticeOf(hostileOne), await noticeOf(harmless)];
    expect(elements(notice.html ?? "")).toBe(elements(other.html ?? ""));
    expect(notice.html).not.toContain(hostile);
    expect(headerNames(notice)).toEqual(headerNames(other));
    expect([notice.to, notice.cc, notice.bcc]).toEqual([other.to, other.cc, other.bcc]);
  });

  test("splits no header even where it never went through the form", async () => {
    const injected = "Sample\r\nBcc: victim@example.com\r\n\r\n<h1>Hello</h1>";
    const contact = { ...harmless.contact, organisation: injected, name: injected };
    const notice = await noticeOf({ ...harmless, contact });
    expect(headerNames(notice)).toEqual(headerNames(await noticeOf(harmless)));
    expect(notice.bcc).toBeUndefined();
  });

  test("sends nothing to an address that is more than one", async () => {
    const email = "jo@example.com\r\nBcc: victim@example.com";
    const message = await compose({ ...harmless, contact: { ...harmless.contact, email } }, "confirmation");
    await expect(parsed(message)).rejects.toThrow("not exactly one mail address");
  });
});

describe("hostile text in the table of the plan", () => {
  test("begins no cell as a formula", async () => {
    const path = `${privatePath(testSecrets.token, hostileOne, "report")}/plan.csv`;
    const cells = readCsv((await (await app.request(path)).text()).slice(1)).flat();
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});
