import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axe, contrast } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { type ConsoleSite, serveConsole } from "./console-site.ts";

let site: ConsoleSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const refused: string[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([serveConsole(30), openBrowser()]);
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function signIn(name: RegExp, options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await page.goto(`${site.url}/console`);
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("button", { name }).click();
  await page.getByRole("heading", { name: "Today" }).waitFor();
}

describe("the console", () => {
  it("takes an administrator from sign-in to a lead, its status, an export and its erasure", async () => {
    await signIn(/Ada Admin/);
    await page.getByRole("link", { name: "Leads", exact: true }).click();
    expect(await page.locator("[data-lead]").count()).toBeGreaterThan(10);

    await page.keyboard.press("/");
    await page.keyboard.type("sample 012");
    await page.keyboard.press("Enter");
    await page.getByRole("status").waitFor();
    expect(page.url()).not.toContain("012");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /012 \(demonstration\)/ }).waitFor();
    const lead = page.url();

    await page.getByLabel("Status", { exact: true }).selectOption("lost");
    await page.getByLabel("Why it was lost").selectOption("no budget");
    await page.getByRole("button", { name: "Save status" }).click();
    expect(await page.getByRole("status").innerText()).toBe("The status is saved.");
    expect(await page.locator(".console-history").innerText()).toMatch(
      /Ada Admin \(local\) set the status: .*lost: no budget/,
    );

    await page.goto(`${site.url}/console/leads?status=lost`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    expect(await readFile(await download.path(), "utf8")).toContain("012 (demonstration)");

    await page.goto(lead);
    await page.getByRole("link", { name: "Erase this person" }).click();
    const asked = await page.locator("label[for=address]").innerText();
    await page.getByRole("textbox").fill(asked.split(": ")[1] ?? "");
    await page.getByRole("button", { name: "Erase for good" }).click();
    await page.getByRole("heading", { name: "Erased" }).waitFor();
    expect((await page.goto(lead))?.status()).toBe(410);
    await page.goto(`${site.url}/console/record`);
    expect(await page.locator("main").innerText()).toMatch(/Ada Admin \(local\) erased[\s\S]*exported leads/);
    expect(refused.filter((text) => !text.includes("410"))).toEqual([]);
  });

  it("is readable for everybody on every page, on a phone and at a desk, in light and dark", async () => {
    await signIn(/Ada Admin/);
    const lead = `${await page.locator('main a[href^="/console/leads/"]').first().getAttribute("href")}`;
    for (const path of [
      "",
      "/leads",
      "/funnel",
      "/trouble",
      "/record",
      lead,
      `${lead}/erase`,
      "/signed-out",
    ]) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${site.url}${path.startsWith("/console") ? path : `/console${path}`}`);
      expect(await axe(page), path).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await contrast(page), path).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(tooWide, path).toBe(0);
    }
  });

  it("works without a script: sign-in, filters, status, sign-out", async () => {
    await signIn(/Sam Sales/, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.getByRole("link", { name: "Leads", exact: true }).click();
    await page.getByLabel("Status", { exact: true }).selectOption("new");
    await page.getByRole("button", { name: "Show" }).click();
    await page.locator("[data-lead] a").first().click();
    await page.getByLabel("Status", { exact: true }).selectOption("contacted");
    await page.getByRole("button", { name: "Save status" }).click();
    expect(await page.getByRole("status").innerText()).toBe("The status is saved.");
    expect(await page.getByRole("link", { name: "Erase this person" }).count()).toBe(0);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Signed out" }).waitFor();
    await page.goto(`${site.url}/console/leads`);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  });
});
