import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAssessment } from "#functions/store/assessments.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { type AcceptedLead, acceptLead, listedIds } from "./console-leads.ts";
import { createTestConsole, signedIn, type TestBrowser } from "./test-console.ts";

const now = new Date("2026-11-24T12:00:00.000Z");
let services: LocalServices;
let browser: TestBrowser;

beforeAll(async () => {
  services = await startLocalServices();
  browser = await signedIn(createTestConsole(services.table, { now: () => now }), "sales");
});
afterAll(() => services.stop());

const page = async (path: string) => (await browser.get(path)).text();
const linkNamed = (html: string, name: string) =>
  new RegExp(`<a href="([^"]+)"[^>]*>${name}</a>`).exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
async function search(text: string, more: Record<string, string> = {}) {
  await browser.get("/console/leads");
  const response = await browser.post("/console/search", { text, ...more });
  const location = response.headers.get("location") ?? "";
  return { location, html: await page(location) };
}

describe("the list", () => {
  const leads: AcceptedLead[] = [];
  beforeAll(async () => {
    // Two leads a week, over a year's end and months without any.
    for (let week = 0; week < 30; week += 1)
      for (const hour of ["09", "10"]) {
        const day = new Date(
          Date.parse("2026-11-23T00:00:00.000Z") - week * (week > 20 ? 21 : 7) * 86_400_000,
        );
        leads.push(
          await acceptLead(services.table, {
            at: `${day.toISOString().slice(0, 11)}${hour}:00:00.000Z`,
            golden: week % 3 === 0 ? "export firm, two overall caps" : "MRO, everything answered",
            contact: { email: `w${week}-${hour}@list.example`, organisation: `List ${week} ${hour}` },
          }),
        );
      }
  });
  const newestFirst = () => leads.map((_, at) => leads[at ^ 1]?.id);

  test("goes newest first over all months, page by page, and back again", async () => {
    const pages: string[][] = [];
    let path = "/console/leads";
    let last = "";
    while (path !== "" && pages.length < 5) {
      last = await page(path);
      pages.push(listedIds(last));
      path = linkNamed(last, "Older");
    }
    expect(pages.map((ids) => ids.length)).toEqual([25, 25, 10]);
    expect(pages.flat()).toEqual(newestFirst());
    expect(listedIds(await page(linkNamed(last, "Newer")))).toEqual(pages[1]);
    expect(listedIds(await page(linkNamed(last, "Newest")))).toEqual(pages[0]);
  });

  test("shows in filtered lists exactly the leads that pass, newest first", async () => {
    const exporters = newestFirst().filter((_, at) => Math.floor(at / 2) % 3 === 0);
    expect(listedIds(await page("/console/leads?industry=export"))).toEqual(exporters);
    const html = await page("/console/leads?industry=export&grade=AB&status=new");
    expect(listedIds(html)).toEqual(exporters);
    expect(listedIds(await page("/console/leads?industry=laboratory"))).toEqual([]);
    expect(await page("/console/leads?status=won")).toContain("No lead is like that.");
  });

  test("takes an address it does not understand for one without that part", async () => {
    const html = await page("/console/leads?status=sold&grade=Z&owner=%22%3E&at=forged&find=forged");
    expect(listedIds(html)).toEqual(newestFirst().slice(0, 25));
  });

  test("keeps places and searches of one session from opening in another", async () => {
    const older = linkNamed(await page("/console/leads"), "Older");
    const other = await signedIn(createTestConsole(services.table, { now: () => now }), "sales", "other");
    expect(listedIds(await (await other.get(older)).text())).toEqual(newestFirst().slice(0, 25));
  });
});

describe("a search", () => {
  let jo: AcceptedLead;
  beforeAll(async () => {
    jo = await acceptLead(services.table, {
      at: "2026-11-20T10:00:00.000Z",
      contact: {
        email: "Jo.Smith@Acme-Labs.example",
        organisation: "The Äcme Test & Calibration Co",
        name: "Jo van Smith",
      },
    });
    await acceptLead(services.table, {
      at: "2026-11-21T10:00:00.000Z",
      contact: { email: "kim@other.example", organisation: "Acme Aviation", name: "Kim Smithson" },
    });
  });

  test.each([
    ["calib", 1],
    ["ACME", 2],
    ["acme calibration", 1],
    ["smith", 2],
    ["jo smith", 1],
    ["Jo.Smith@acme-labs.example", 1],
    ["jo.smith+news@ACME-LABS.example", 1],
    ["jo.s@acme", 1],
    ["@acme-labs.example", 1],
    ["acme-labs", 1],
    ["kim acme aviation", 1],
    ["kim calibration", 0],
    ["nobody", 0],
    ["cme", 0],
  ])("for %s finds %i", async (text, count) => {
    const { html } = await search(text);
    expect(listedIds(html)).toHaveLength(count);
  });

  test("leaves nothing of what was typed in the address", async () => {
    const { location, html } = await search("jo.smith@acme-labs.example");
    expect(location).toMatch(/^\/console\/leads\?find=[\w.-]+$/);
    expect(Buffer.from(location, "base64url").toString("latin1")).not.toMatch(/smith|acme/i);
    expect(html).toContain("1 lead for “jo.smith@acme-labs.example”");
  });

  test("keeps the filters, and finds suspected leads, too", async () => {
    expect(listedIds((await search("smith", { status: "won" })).html)).toEqual([]);
    await changeAssessment(services.table, jo.id, ({ steps }) => ({
      steps: steps.map((step) => ({ ...step, state: "held" })),
    }));
    expect(listedIds((await search("smith")).html)).toHaveLength(2);
    expect(listedIds(await page("/console/leads?trouble=held"))).toEqual([jo.id]);
    expect(listedIds(await page("/console/leads"))).not.toContain(jo.id);
  });

  test("says so when there are more than it looked at", async () => {
    for (let number = 0; number < 70; number += 1)
      await acceptLead(services.table, {
        at: "2026-11-01T10:00:00.000Z",
        contact: { email: `n${number}@many.example`, organisation: `Manyfold ${number}` },
      });
    expect((await search("manyfold")).html).toContain("There are more: add a word.");
    expect(listedIds((await search("manyfold 69")).html)).toHaveLength(1);
  });
});

describe("a saved view", () => {
  test("keeps filters under a name, for its user alone, and can be removed", async () => {
    await browser.get("/console/leads?grade=C");
    await browser.post("/console/views", { name: "Later <3", grade: "C", find: "typed" });
    const html = await page("/console/leads?grade=C");
    expect(html).toContain('<a href="/console/leads?grade=C" aria-current="page">Later &lt;3</a>');
    const other = await signedIn(createTestConsole(services.table, { now: () => now }), "sales", "third");
    expect(await (await other.get("/console/leads")).text()).not.toContain("Later");
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? "";
    await browser.post("/console/views/remove", { id });
    expect(await page("/console/leads")).not.toContain("Later");
  });
});
