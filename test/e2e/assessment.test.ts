import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axe, contrast } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import {
  answerAll,
  fillContact,
  fillProfile,
  goOn,
  questionsInView,
  reachResult,
  stepOf,
  waitForStep,
} from "./form-steps.ts";
import { serveWholeSite, type WholeSite } from "./whole-site.ts";

let site: WholeSite;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveWholeSite(), openBrowser()]);
});
afterEach(async () => {
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(path = "/assessment", options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 375, height: 740 }, ...options });
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  await page.locator("[data-ready]").waitFor();
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

describe("the assessment on screen", () => {
  it("shows the result before any address is asked, and sends the same scores", async () => {
    const page = await open("/assessment?industry=aviation&utm_source=letter");
    await reachResult(page);
    const shown = await page.locator("[data-readiness] .score-number").textContent();
    expect(site.accepted).toHaveLength(0);
    await page.getByRole("button", { name: "Get the report" }).click();
    await fillContact(page);
    const request = page.waitForRequest("**/api/assessments");
    await page.getByRole("button", { name: "Send me the report" }).click();
    const sent = (await request).postDataJSON() as Record<string, unknown>;
    expect(sent).toMatchObject({ source: { utm_source: "letter" }, proof: expect.any(String) });
    await page.waitForURL("**/r/*");
    expect(await page.locator("[data-readiness] .score-number").textContent()).toBe(shown);
    expect(site.accepted).toHaveLength(1);
    await page.goto(`${site.url}/assessment`);
    await page.locator("[data-ready]").waitFor();
    expect(await page.getByText("Welcome back").count()).toBe(0);
  });

  it("can be done with the keyboard alone", async () => {
    const page = await open();
    await page.locator("#industry-aviation").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.type("6");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await waitForStep(page, "when-something-stops");
    while ((await stepOf(page)) !== "result") {
      expect(await focused(page)).toBe(await page.locator(".form-section:visible h2").textContent());
      const step = await stepOf(page);
      for (const _ of await questionsInView(page)) {
        await page.keyboard.press("Tab");
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator(`[data-assessment]:not([data-step="${step}"])`).waitFor();
    }
    expect(await focused(page)).toBe(await page.locator(".result h1").textContent());
  });

  it("lists what is missing and leads to it", async () => {
    const page = await open();
    await fillProfile(page);
    await goOn(page);
    await page.locator("#K1-2").check();
    await page.getByRole("button", { name: "Continue" }).click();
    const alert = page.getByRole("alert");
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await alert.getByRole("link").count()).toBe(2);
    await alert.getByRole("link").last().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("B2-0");
    expect(await page.locator("#B2-field").getAttribute("aria-describedby")).toContain("B2-error");
    expect(await axe(page)).toEqual([]);
  });

  it("goes back and forward with the browser, answers kept", async () => {
    const page = await open();
    await fillProfile(page);
    await goOn(page);
    await answerAll(page);
    await goOn(page);
    await page.goBack();
    await waitForStep(page, "when-something-stops");
    expect(await page.locator("#M1-1").isChecked()).toBe(true);
    await page.goForward();
    await waitForStep(page, "records");
    await page.goto(`${site.url}/assessment#step=contact`);
    await waitForStep(page, "records");
  });

  it("takes up again after the browser was closed, or starts afresh", async () => {
    const page = await open();
    await fillProfile(page);
    await goOn(page);
    await page.locator("#M1-2").check();
    await page.close();
    const again = await context.newPage();
    await again.goto(`${site.url}/assessment`);
    await again.getByRole("heading", { name: "Welcome back" }).waitFor();
    expect(await axe(again)).toEqual([]);
    await again.getByRole("button", { name: "Continue where you were" }).click();
    await waitForStep(again, "when-something-stops");
    expect(await again.locator("#M1-2").isChecked()).toBe(true);
    await again.close();
    const third = await context.newPage();
    await third.goto(`${site.url}/assessment`);
    await third.getByRole("button", { name: "Start again" }).click();
    await waitForStep(third, "profile");
    expect(await third.locator("input:checked").count()).toBe(0);
  });

  it("asks about the ringing phone, and hides what on-call closes", async () => {
    const page = await open();
    await fillProfile(page);
    while ((await goOn(page)) !== "how-the-work-is-carried") await answerAll(page);
    await page.locator("#OC1-na").check();
    expect(await questionsInView(page)).not.toContain("OC2");
    await page.getByRole("button", { name: "Yes, it counts" }).click();
    expect(await page.locator("#OC1-na").isChecked()).toBe(false);
    expect(await questionsInView(page)).toContain("OC2");
    await page.locator("#OC1-na").check();
    await page.getByRole("button", { name: "No, it does not" }).click();
    expect(await page.locator("#OC1-na").isChecked()).toBe(true);
    expect(await page.locator("#phone-prompt").isVisible()).toBe(false);
  });

  it("leaves the people part out when nobody in-house runs infrastructure", async () => {
    const page = await open();
    await fillProfile(page, "0");
    const steps: string[] = [];
    for (let step = await goOn(page); step !== "result"; step = await goOn(page)) {
      steps.push(step);
      await answerAll(page);
    }
    expect(steps).toEqual(["when-something-stops", "records", "access-and-recovery"]);
    expect(await page.locator("[data-load]").textContent()).toContain("nobody in-house");
  });

  it("offers the rest, and a link with the open questions that holds no answer", async () => {
    const page = await open("/assessment", { permissions: ["clipboard-read", "clipboard-write"] });
    await reachResult(page, { B2: "unknown", I1: "unknown" });
    await page.getByRole("button", { name: "Copy a link with 2 open questions" }).click();
    await page.getByText("Copied.").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${site.url}/assessment#ask=B2.I1`);
    await page.getByRole("button", { name: "Answer more questions" }).click();
    await waitForStep(page, "systems-in-detail");
    await answerAll(page);
    expect(await goOn(page)).toBe("work-in-detail");
    await answerAll(page);
    expect(await goOn(page)).toBe("result");
    expect(await page.getByRole("button", { name: "Answer more questions" }).count()).toBe(0);
    const colleague = await context.newPage();
    await colleague.goto(link);
    await colleague.getByRole("heading", { level: 1, name: "2 open questions" }).waitFor();
    expect(await colleague.getByRole("heading", { level: 2 }).count()).toBe(2);
    expect(await axe(colleague)).toEqual([]);
  });

  it("loses nothing when sending fails, and sends the same submission again", async () => {
    const page = await open();
    await reachResult(page);
    await page.getByRole("button", { name: "Get the report" }).click();
    await fillContact(page);
    const ids: unknown[] = [];
    await page.route("**/api/assessments", async (route) => {
      ids.push((route.request().postDataJSON() as { submissionId: string }).submissionId);
      // The first sending arrives, but its answer is lost on the way back.
      if (ids.length > 1) return route.continue();
      await route.fetch();
      return route.abort("connectionreset");
    });
    const before = site.accepted.length;
    await page.getByRole("button", { name: "Send me the report" }).click();
    await page.getByText("We could not reach the server.").waitFor();
    expect(await page.getByLabel("Email", { exact: true }).inputValue()).toBe("visitor@example.com");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForURL("**/r/*");
    expect(new Set(ids).size).toBe(1);
    expect(site.accepted.length - before).toBe(1);
  });

  it("has no axe violation on any page, in light and dark, and never scrolls sideways at 320 pixels", async () => {
    const page = await open("/assessment", { viewport: { width: 320, height: 640 } });
    const look = async () => {
      await page.emulateMedia({ colorScheme: "light" });
      expect(await axe(page), await stepOf(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await contrast(page), `${await stepOf(page)}, dark`).toEqual([]);
      expect(await widthOf(page), await stepOf(page)).toBeLessThanOrEqual(320);
    };
    await look();
    await fillProfile(page);
    for (let step = await goOn(page); step !== "result"; step = await goOn(page)) {
      await answerAll(page, { B2: "unknown", P1: "0" });
      await look();
    }
    for (const summary of await page.locator("summary:visible").all()) await summary.click();
    await look();
    await page.getByRole("button", { name: "Get the report" }).click();
    await waitForStep(page, "contact");
    await page.getByRole("button", { name: "Send me the report" }).click();
    await look();
  });
});
