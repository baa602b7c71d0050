import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fillContact, fillProfile, questionsInView } from "./form-steps.ts";
import { startSession } from "./session.ts";

const session = startSession();

function open(width = 375): Promise<Page> {
  return session.open("/assessment", { javaScriptEnabled: false, viewport: { width, height: 740 } });
}

describe("the assessment without a script", () => {
  async function answerPlain(page: Page, skipped: readonly string[] = []): Promise<void> {
    await fillProfile(page);
    for (const id of await questionsInView(page))
      if (!skipped.includes(id)) await page.locator(`#${id}-1`).check();
    await fillContact(page);
  }

  it("is one form that leads to the result", async () => {
    const page = await open();
    await answerPlain(page);
    await page.getByRole("button", { name: "Send me the report" }).click();
    expect(page.url()).toContain("/r/");
    expect(await page.locator("[data-readiness] .score-number").textContent()).toMatch(/^\d+$/);
  });

  it("comes back with the mistakes at their fields and everything typed kept", async () => {
    const page = await open();
    await answerPlain(page, ["K1"]);
    await page.getByLabel("Email", { exact: true }).fill("visitor@");
    await page.getByRole("button", { name: "Send me the report" }).click();
    const links = page.getByRole("alert").getByRole("link");
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
      "#K1-0",
      "#email",
    ]);
    expect(await page.getByLabel("Email", { exact: true }).inputValue()).toBe("visitor@");
    expect(await page.locator("#M1-1").isChecked()).toBe(true);
    await page.locator("#K1-3").check();
    await page.getByLabel("Email", { exact: true }).fill("visitor@example.com");
    await page.getByRole("button", { name: "Send me the report" }).click();
    expect(page.url()).toContain("/r/");
  });

  it("shows only the overlay of the chosen industry, and nothing wider than 320 pixels", async () => {
    const page = await open(320);
    expect(await questionsInView(page)).not.toContain("MRO1");
    await page.getByLabel("Export compliance").check();
    expect(await questionsInView(page)).toContain("EXP1");
    expect(await questionsInView(page)).not.toContain("MRO1");
    expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
