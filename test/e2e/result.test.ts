import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { privatePath } from "#functions/tokens.ts";
import { sampleSubmission } from "../functions/sample-submissions.ts";
import { testSecrets } from "../functions/test-app.ts";
import { axe, contrast } from "./axe.ts";
import { startSession } from "./session.ts";

const session = startSession();

/** Path of the private page of a new assessment, as the mail links to it. */
async function reportPath(): Promise<string> {
  const response = await fetch(`${session.site().url}/api/assessments`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(sampleSubmission()),
  });
  const { id } = (await response.json()) as { id: string };
  return privatePath(testSecrets.token, { id, createdAt: new Date().toISOString() }, "report");
}

const outcome = (page: Page) => page.locator("[data-outcome]").textContent();

describe("the whole report on screen", () => {
  it("scores again as steps are ticked, and keeps them in the link", async () => {
    const page = await session.open(await reportPath());
    await page.getByLabel("Prove a restore").check();
    await page.getByLabel("Staffed first line").check();
    await page.getByLabel("Out of one head").check();
    expect(await outcome(page)).toMatch(
      /^After 90 days: readiness 57 → 65 \(65–65\), Resilient; load 50 → \d+/,
    );
    const link = page.url();
    expect(link).toContain("#done=R01.R10.R18&after=90");
    const again = await session.openAnother();
    await again.goto(link);
    await again.getByText("After 90 days: readiness 57 → 65").waitFor();
    expect(await again.getByLabel("Prove a restore").isChecked()).toBe(true);
  });

  it("works the cost of a departure out on the page, and sends nothing", async () => {
    const page = await session.open(await reportPath());
    const requests: string[] = [];
    await page.getByLabel(/^Yearly salary/).waitFor();
    page.on("request", (request) => requests.push(request.url()));
    await page.getByLabel(/^Yearly salary/).fill("95,000");
    await page.getByText("One departure: low 20,000, planning 48,000, high 190,000.").waitFor();
    expect(requests).toEqual([]);
  });

  it("has no axe violation with every reason open, in light and dark, and fits 320 pixels", async () => {
    const page = await session.open(await reportPath(), { viewport: { width: 320, height: 640 } });
    await page.locator("[data-what-if]").waitFor();
    await page.locator("details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
    });
    expect(await axe(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await contrast(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it("can be read without a script: the table of checkpoints stands in for the toggles", async () => {
    const page = await session.open(await reportPath(), { javaScriptEnabled: false });
    expect(await page.getByText("One-year list done").isVisible()).toBe(true);
    expect(await page.getByText("If this were done").isVisible()).toBe(false);
    await page.getByRole("link", { name: "Share without page 7" }).click();
    expect(await page.getByText("Load on the team").count()).toBe(0);
    expect(await page.getByText("Shortened version").count()).toBeGreaterThan(0);
  });
});
