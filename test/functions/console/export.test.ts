import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressKey } from "#functions/store/addresses.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import { seedLeads } from "../../bench/console/seed-leads.ts";
import { readCsv } from "../../shared/report/exports/read-csv.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, testConfig, testSecrets } from "../test-app.ts";
import { type AcceptedLead, acceptLead } from "./console-leads.ts";
import { createTestConsole, signedIn, type TestBrowser } from "./test-console.ts";

let services: LocalServices;
let sales: TestBrowser;
let admin: TestBrowser;

beforeAll(async () => {
  services = await startLocalServices();
  const app = createTestConsole(services.table);
  [sales, admin] = await Promise.all([signedIn(app, "sales"), signedIn(app, "admin")]);
});
afterAll(() => services.stop());

async function exported(query: string, format: "csv" | "json", browser = sales) {
  await browser.get(`/console/leads?${query}`);
  return browser.post("/console/export", { ...Object.fromEntries(new URLSearchParams(query)), format });
}

describe("an export", () => {
  const formula = '=HYPERLINK("x")';
  let odd: AcceptedLead;
  beforeAll(async () => {
    odd = await acceptLead(services.table, {
      contact: {
        email: "odd@export.example",
        organisation: formula,
        name: "+Jo, “the” one",
        phone: "+1 555 0100",
      },
    });
    const options = {
      count: 130,
      days: 60,
      now: new Date(),
      addressSecret: testSecrets.address,
      config: testConfig,
    };
    await seedLeads(services.table, options);
  });

  test("as CSV holds exactly the leads of the list, and no cell that a spreadsheet would run", async () => {
    const response = await exported("industry=aviation", "csv");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="leads-[\d-]+\.csv"$/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const [header = [], ...rows] = readCsv((await response.text()).replace(/^\uFEFF/, ""));
    const { leads } = (await (await exported("industry=aviation", "json")).json()) as {
      leads: { id: string }[];
    };
    expect(rows.map((row) => row[0])).toEqual(leads.map(({ id }) => id));
    expect(new Set(rows.map((row) => row[header.indexOf("industry")]))).toEqual(new Set(["aviation"]));
    const oddRow = rows.find((row) => row[0] === odd.id);
    const cell = (name: string) => oddRow?.[header.indexOf(name)];
    expect([cell("id"), cell("organisation"), cell("phone"), cell("grade")]).toEqual([
      odd.id,
      `'${formula}`,
      "'+1 555 0100",
      "B",
    ]);
  });

  test("as JSON holds all of them, over every page, with no answer and nothing of the team's load", async () => {
    const text = await (await exported("", "json")).text();
    const { format, leads } = JSON.parse(text) as { format: string; leads: Record<string, unknown>[] };
    const held = (await (await exported("trouble=held", "json")).json()) as { leads: unknown[] };
    expect([format, leads.length + held.leads.length]).toEqual(["digital-readiness-leads", 131]);
    expect(new Set(leads.map(({ id }) => id)).size).toBe(leads.length);
    expect(text).not.toMatch(/Strained|Unsustainable|"tsr"|"answers"|salary/);
  });

  test("tells neither grade nor a way to reach a suppressed address", async () => {
    const lead = await acceptLead(services.table);
    await suppressAddress(
      services.table,
      addressKey(testSecrets.address, lead.email),
      "complaint",
      new Date(),
    );
    const { leads } = (await (await exported("", "json")).json()) as { leads: { id: string }[] };
    expect(leads.find(({ id }) => id === lead.id)).toMatchObject({ grade: null, outreach: "none" });
  });

  test("is on record: who, when and which list, but nothing that was searched for", async () => {
    const record = await (await admin.get("/console/record")).text();
    expect(record).toContain("Sample sales exported leads");
    expect(record).toContain("CSV, industry=aviation");
    await sales.get("/console/leads");
    const found = await sales.post("/console/search", { text: "odd@export.example" });
    const find = new URLSearchParams(found.headers.get("location")?.split("?")[1]).get("find") ?? "";
    const { leads } = (await (await sales.post("/console/export", { find, format: "json" })).json()) as {
      leads: unknown[];
    };
    expect(leads).toMatchObject([{ id: odd.id }]);
    expect(await (await admin.get("/console/record")).text()).toContain("JSON, all leads, a search");
  });
});

describe("a person's data", () => {
  const email = "erase.me@person.example";
  const secretWords = ["erase.me", "Person to erase", "Erasable Works", "A private note"];
  const ids: string[] = [];

  async function itemsStored() {
    const { Items = [] } = await services.table.client.send(
      new ScanCommand({ TableName: services.table.name, ConsistentRead: true }),
    );
    return Items;
  }

  async function everythingStored(): Promise<string> {
    return JSON.stringify(await itemsStored(), (_key, value) => (value instanceof Set ? [...value] : value));
  }

  beforeAll(async () => {
    for (const spelling of [email, "Erase.Me+again@person.example"]) {
      const contact = { email: spelling, organisation: "Erasable Works", name: "Person to erase" };
      ids.push((await acceptLead(services.table, { contact })).id);
    }
    await admin.get(`/console/leads/${ids[0]}`);
    await admin.post(`/console/leads/${ids[0]}/notes`, { note: "A private note" });
    await admin.get("/console/funnel");
  });

  test("is handed out whole, with every answer in words, and that is on record", async () => {
    await admin.get(`/console/leads/${ids[0]}`);
    const response = await admin.post(`/console/leads/${ids[0]}/copy`);
    const text = await response.text();
    const { assessments } = JSON.parse(text) as { assessments: { id: string }[] };
    expect(assessments.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(text).toContain("How much unplanned overtime does each person work a week?");
    expect(text).toContain("A private note");
    expect(await (await admin.get("/console/record")).text()).toContain("took a copy of everything held");
  });

  test("is not erased without its address typed, nor by following a link", async () => {
    const html = await (await admin.get(`/console/leads/${ids[0]}/erase`)).text();
    for (const id of ids)
      expect(await (await admin.get(`/console/leads/${id}`)).text()).toContain("Erasable");
    expect(html).toContain(email);
    const wrong = await admin.post(`/console/leads/${ids[0]}/erase`, { address: "other@person.example" });
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining("not the address of this lead"),
    ]);
    expect(await everythingStored()).toContain("Erasable Works");
  });

  test("goes from every item of the table, of every spelling of the address, and leaves ids on record", async () => {
    const api = createTestApp(services.table);
    const link = sampleSubmission({
      contact: { email, organisation: "Erasable Works", name: "Person to erase" },
    });
    const { resultUrl } = (await (await api.submit(link)).json()) as { resultUrl: string };
    expect((await api.request(resultUrl)).status).toBe(200);
    await admin.get(`/console/leads/${ids[0]}/erase`);
    const response = await admin.post(`/console/leads/${ids[0]}/erase`, {
      address: ` ${email.toUpperCase()} `,
    });
    expect(await response.text()).toContain("3 assessments are gone");
    const left = await everythingStored();
    for (const word of secretWords) expect(left).not.toContain(word);
    // How often the address was named and mailed today: nobody can send, erase and send again without end.
    const hash = addressKey(testSecrets.address, email);
    const counting = (await itemsStored()).filter((item) => JSON.stringify(item.pk).includes(hash));
    const inTwoDays = Date.now() / 1000 + 2 * 86_400;
    for (const { pk, expiresAt } of counting) expect([pk, expiresAt < inTwoDays]).toEqual([pk, true]);
    expect((await api.request(resultUrl)).status).toBe(410);
    const record = await (await admin.get("/console/record")).text();
    expect(record).toContain(`Sample admin erased`);
    for (const id of ids) expect(record).toContain(id);
    const gone = await admin.get(`/console/leads/${ids[0]}`);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain("This lead was erased on");
    await admin.get("/console/leads");
    const found = await admin.post("/console/search", { text: email });
    expect(await (await admin.get(found.headers.get("location") ?? "")).text()).toContain(
      "No lead has these words",
    );
  });

  test("leaves only the keyed hash when its address was suppressed", async () => {
    const lead = await acceptLead(services.table, { contact: { email, organisation: "Erasable Works" } });
    await suppressAddress(services.table, addressKey(testSecrets.address, email), "not-me", new Date());
    await admin.get(`/console/leads/${lead.id}/erase`);
    await admin.post(`/console/leads/${lead.id}/erase`, { address: email });
    const left = await everythingStored();
    expect(left).toContain(addressKey(testSecrets.address, email));
    expect(left).not.toContain("erase.me");
    expect(await (await admin.get("/console/trouble")).text()).toContain("No lead is left");
  });
});
