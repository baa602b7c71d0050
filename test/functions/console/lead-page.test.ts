import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { afterBooking } from "#functions/leads/lead-changes.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { testConfig } from "../test-app.ts";
import { type AcceptedLead, acceptLead } from "./console-leads.ts";
import { createTestConsole, signedIn, type TestBrowser, type TestConsole } from "./test-console.ts";

let services: LocalServices;
let app: TestConsole;
let sales: TestBrowser;
let admin: TestBrowser;
let lead: AcceptedLead;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestConsole(services.table);
  [sales, admin] = await Promise.all([signedIn(app, "sales"), signedIn(app, "admin")]);
});
afterAll(() => services.stop());
beforeEach(async () => {
  lead = await acceptLead(services.table);
});

const pathOf = (name = "") => `/console/leads/${lead.id}${name === "" ? "" : `/${name}`}`;
const stored = async () =>
  (await readAssessment(services.table, lead.id)) ?? Promise.reject(new Error("gone"));
const page = async (browser: TestBrowser, path = pathOf()) => (await browser.get(path)).text();
const seenIn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? "";

describe("the page of a lead", () => {
  test("shows what the sales notice says, with answers about systems only", async () => {
    const named = await acceptLead(services.table, {
      contact: { email: "a@b.example", organisation: "Named <MRO>", name: "Jo", phone: "+1 555 0100" },
    });
    const html = await page(sales, `/console/leads/${named.id}`);
    expect(html).toContain("Named &lt;MRO&gt;");
    expect(html).toContain('href="tel:+15550100"');
    expect(html).toContain("When was data last restored from backup and checked?");
    expect(html).toContain("Team</dt><dd>6 · Strained: listen.");
    // People questions of the same answers: on call, overtime, leavers.
    for (const question of ["(OC1)", "(OC2)", "(SK1)", "(RC1)", "(TS2)", "(EL1)", "(SG1)", "(SG2)"])
      expect(html).not.toContain(question);
    expect(html).not.toContain("on call");
  });

  test("shows no band of a team under five", async () => {
    const small = await acceptLead(services.table, { golden: "export firm, two overall caps" });
    const html = await page(sales, `/console/leads/${small.id}`);
    expect(html).toContain("3 · hidden under 5");
    expect(html).not.toContain("Unsustainable");
  });

  test("leaves out every way to reach somebody who asked for the report only", async () => {
    const quiet = await acceptLead(services.table, {
      contact: { email: "a@b.example", organisation: "Quiet", phone: "+1 555 0100" },
      consent: { followUps: false, benchmark: false, reportOnly: true },
    });
    const html = await page(sales, `/console/leads/${quiet.id}`);
    expect(html).toContain("Report only: no outreach.");
    expect(html).not.toContain("a@b.example</li>");
    expect(html).not.toMatch(/href="(?:tel|mailto):/);
  });

  test.each(["00000000-0000-4000-8000-000000000000", "no-id", "..%2Frecord"])(
    "is the same nothing for %s",
    async (id) => {
      const [one, other] = await Promise.all([
        sales.get(`/console/leads/${id}`),
        sales.get(`/console/leads/${crypto.randomUUID()}`),
      ]);
      expect(one.status).toBe(404);
      expect(await one.text()).toBe(await other.text());
    },
  );
});

describe("a change", () => {
  test("of the status is on record with who and when, and stops follow-ups at the end", async () => {
    await page(sales);
    const response = await sales.post(pathOf("status"), { status: "lost", reason: "no budget", seen: "0" });
    expect(response.headers.get("location")).toBe(`${pathOf()}?done=status`);
    const { status, sales: record, followUpsStopped } = await stored();
    expect([status, record?.lossReason]).toEqual(["lost", "no budget"]);
    expect(followUpsStopped).toMatchObject({ by: record?.history[0]?.by.id });
    expect(record?.history).toMatchObject([
      { by: { name: "Sample sales" }, what: "status", from: "new", to: "lost: no budget" },
    ]);
    expect(await page(sales)).toContain("Sample sales set the status: new → lost: no budget");
  });

  test("to lost needs a reason, and keeps what was chosen", async () => {
    await page(sales);
    const response = await sales.post(pathOf("status"), { status: "lost", reason: "", seen: "0" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Say why it was lost");
    expect((await stored()).status).toBe("new");
  });

  test("over one not yet seen is refused with who did what, and both keep their own fields", async () => {
    const seen = seenIn(await page(sales));
    await page(admin);
    await admin.post(pathOf("notes"), { note: "Called" });
    await admin.post(pathOf("status"), { status: "contacted", seen });
    const refused = await sales.post(pathOf("status"), { status: "qualified", seen });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toMatch(/Sample admin set the status: new → contacted at .* not stored yet/);
    // The owner was not touched by anybody else.
    expect((await sales.post(pathOf("owner"), { take: "yes", seen })).status).toBe(303);
    expect(
      (await sales.post(pathOf("status"), { status: "qualified", seen: seenIn(await page(sales)) })).status,
    ).toBe(303);
    expect(await stored()).toMatchObject({ status: "qualified", sales: { owner: { name: "Sample sales" } } });
  });

  test("loses nothing when many write at once, the worker among them", async () => {
    await page(sales);
    const attempt = () =>
      changeAssessment(services.table, lead.id, ({ steps }) => ({
        steps: steps.map((step) => ({ ...step, attempts: step.attempts + 1 })),
      }));
    await Promise.all([
      ...Array.from({ length: 4 }, (_, at) => sales.post(pathOf("notes"), { note: `Note ${at}` })),
      ...Array.from({ length: 4 }, attempt),
    ]);
    const { sales: record, steps } = await stored();
    expect(record?.notes.map(({ text }) => text).sort()).toEqual(["Note 0", "Note 1", "Note 2", "Note 3"]);
    expect(record?.history).toHaveLength(4);
    expect(steps.map(({ attempts }) => attempts)).toEqual([4, 4]);
  });

  test("of the owner takes only somebody who has signed in", async () => {
    await page(sales);
    expect((await sales.post(pathOf("owner"), { owner: "somebody-else", seen: "0" })).status).toBe(422);
    expect((await stored()).sales?.owner ?? null).toBeNull();
  });

  test("mails the report again, once however often it is pressed", async () => {
    await changeAssessment(services.table, lead.id, ({ steps }) => ({
      steps: steps.map((step) => ({ ...step, state: "failed", attempts: 12 })),
    }));
    expect(await page(sales, "/console/trouble")).toContain(lead.id);
    await page(sales);
    await sales.post(pathOf("resend"));
    expect((await sales.post(pathOf("resend"))).headers.get("location")).toContain("done=nothing");
    expect(app.owed.filter((id) => id === lead.id)).toHaveLength(1);
    expect((await stored()).steps).toMatchObject([{ state: "owed", attempts: 0 }, { state: "failed" }]);
  });
});

describe("hand-over", () => {
  const told = parseFunnelConfig({ ...testConfig, webhooks: { events: ["lead.created", "lead.changed"] } });
  let user: TestBrowser;
  beforeEach(async () => {
    lead = await acceptLead(services.table, {}, { config: told });
    user = await signedIn(createTestConsole(services.table, { config: told }), "sales");
    await page(user);
  });
  const step = async (name: string) => (await stored()).steps.find((one) => one.name === name);

  test("is owed when sales sets the status, and goes again from the page whatever became of it", async () => {
    await user.post(pathOf("status"), { status: "contacted", seen: "0" });
    expect(await step("webhook-changed")).toMatchObject({ state: "owed", event: { number: 1 } });
    await changeAssessment(services.table, lead.id, ({ steps }) => ({
      steps: steps.map((one) => ({ ...one, state: "failed", attempts: 9, lastError: "http-503" })),
    }));
    const html = await page(user);
    expect(html).toContain("the other side answered 503");
    const repeats = [...html.matchAll(/action="([^"]+\/repeat)"/g)].map(([, path]) => path ?? "");
    expect(repeats.sort()).toEqual(
      ["sales-notice", "webhook-changed", "webhook-created"].map((name) => pathOf(`steps/${name}/repeat`)),
    );
    for (const path of repeats) expect((await user.post(path)).status).toBe(303);
    expect(await step("webhook-created")).toMatchObject({ state: "owed", attempts: 0, event: { number: 1 } });
    expect(await page(user)).toContain("Sample sales sent again: Webhook: lead.created");
  });

  test.each(["report", "nothing-known"])("repeats no step named %s", async (name) => {
    const before = (await stored()).steps;
    const response = await user.post(pathOf(`steps/${name}/repeat`));
    expect(response.headers.get("location")).toContain("done=nothing");
    expect((await stored()).steps).toEqual(before);
  });
});

describe("the grade", () => {
  test("follows the prospect's own acts, and a booking sets the status; both are in the history", async () => {
    const before = (await page(sales)).match(/Intent (\d+)\/20/i)?.[1];
    const context = { config: testConfig, suppressed: false, now: new Date() };
    await changeAssessment(services.table, lead.id, (one) => afterBooking(one, context));
    const html = await page(sales);
    expect([before, html.match(/Intent (\d+)\/20/i)?.[1]]).toEqual(["0", "8"]);
    expect((await stored()).status).toBe("booked");
    expect(html).toContain("They asked for a meeting");
    expect(html).toContain("Follow-ups were stopped");
  });
});

describe("an administrator", () => {
  test.each(["suppress", "lift", "release", "copy", "erase"])("alone may %s", async (name) => {
    await page(sales);
    expect((await sales.post(pathOf(name), { address: lead.email })).status).toBe(404);
    expect(await stored()).toMatchObject({ id: lead.id });
    expect((await sales.get("/console/record")).status).toBe(404);
  });

  test("stops all mail to an address and lets it go again; meanwhile none of its leads has a grade", async () => {
    const contact = { email: lead.email.replace("@", "+again@"), organisation: "Second of the same mailbox" };
    const other = await acceptLead(services.table, { contact });
    await page(admin);
    await admin.post(pathOf("suppress"));
    for (const id of [lead.id, other.id]) {
      const html = await page(sales, `/console/leads/${id}`);
      expect(html).toContain("They asked us to stop.");
      expect(html).toContain("No grade for a suppressed address.");
      expect((await readAssessment(services.table, id))?.grade).toBeNull();
    }
    expect(await page(sales, "/console/trouble")).toContain(lead.organisation);
    expect((await admin.post(pathOf("lift"), { seen: "another time bounce" })).status).toBe(409);
    const seen = /name="seen" value="([^"]+ asked)"/.exec(await page(admin))?.[1] ?? "";
    await admin.post(pathOf("lift"), { seen });
    expect(await page(sales, `/console/leads/${other.id}`)).toContain("Fit 38/40");
    expect((await stored()).grade).not.toBeNull();
    expect((await stored()).sales?.history.map(({ what }) => what)).toEqual([
      "suppressed",
      "suppression lifted",
    ]);
    expect(await page(sales, "/console/trouble")).toContain("Mail may go to every address.");
    const record = await page(admin, "/console/record");
    expect(record).toContain("Sample admin let mail go to an address again");
    expect(record).not.toContain(lead.email);
  });

  test("releases what was held: it is owed now, and listed like any other", async () => {
    await changeAssessment(services.table, lead.id, ({ steps }) => ({
      steps: steps.map((step) => ({ ...step, state: "held" })),
    }));
    await page(admin);
    await admin.post(pathOf("release"));
    expect((await stored()).steps.map(({ state }) => state)).toEqual(["owed", "owed"]);
    expect(app.owed).toContain(lead.id);
    expect(await page(sales, "/console/leads")).toContain(lead.id);
  });
});
