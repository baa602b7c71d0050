import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { privatePath } from "#functions/tokens.ts";
import { sampleSubmission } from "../functions/sample-submissions.ts";
import { axe, contrast } from "./axe.ts";
import { layOutAll } from "./lay-out-all.ts";
import { startSession } from "./session.ts";

const session = startSession();

/** Path of the private page of a new assessment, as the mail links to it. */
async function reportPath(): Promise<string> {
  const { url, tokenSecret } = session.site();
  const response = await fetch(`${url}/api/assessments`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(sampleSubmission()),
  });
  const { id } = (await response.json()) as { id: string };
  return privatePath(tokenSecret, { id, createdAt: new Date().toISOString() }, "report");
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

  it("moves the plan with the scores, says where each step stands, and clears at once", async () => {
    const page = await session.open(await reportPath());
    const standing = (id: string) => page.locator(`[data-standing="${id}"]`).textContent();
    const before = await standing("R11");
    await page.getByLabel("Staffed first line").check();
    await page.getByRole("radio", { name: "one year" }).check();
    expect(await standing("R10")).toBe("done");
    expect(await standing("R11")).toBe("no longer called for");
    expect(await outcome(page)).toMatch(/Plan: 10 of 12 steps remain, \d comes? up\.$/);
    const remaining = page.locator("[data-plan-then]");
    expect(await remaining.getByText("Staffed first line").count()).toBe(0);
    expect(await remaining.getByText("comes up").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Clear all" }).press("Enter");
    expect(await standing("R11")).toBe(before);
    expect(await outcome(page)).toMatch(/^Today: readiness 57 \(57–57\), Managed\. Load 50, Strained\./);
    expect(page.url()).not.toContain("#");
  });

  it("ticks the three best of an axis with one press, keeps what is tried apart from other links", async () => {
    const page = await session.open(await reportPath());
    const told: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/used-what-if")) told.push(request.method());
    });
    expect(told).toEqual([]);
    await page.getByRole("button", { name: "Try these: Most relief for the effort" }).click();
    expect(await outcome(page)).toContain("load 50 → 39");
    expect(page.url()).toContain("#done=R21.R29.R11&after=90");
    await page.getByRole("link", { name: "Seven areas" }).click();
    expect(page.url()).toContain("#domains-title");
    expect(await page.getByLabel("Redesign the rota").isChecked()).toBe(true);
    await page.goBack();
    expect(await outcome(page)).toContain("load 50 → 39");
    // That something was tried is told once; what, stays here.
    expect(told).toEqual(["POST"]);
  });

  it("announces politely, and moves no toggle while it does", async () => {
    for (const width of [375, 1280]) {
      const page = await session.open(await reportPath(), { viewport: { width, height: 800 } });
      await page.locator("[data-what-if]").waitFor();
      expect(await page.locator("[data-outcome]").getAttribute("aria-live")).toBe("polite");
      const places = () =>
        page.locator("[data-what-if]").evaluate((form) => {
          const top = form.getBoundingClientRect().top;
          const moving = form.querySelectorAll("input, .what-if-outcome, .what-if-plan h3");
          return [...moving].map((element) => Math.round(element.getBoundingClientRect().top - top));
        });
      await page.getByLabel("Prove a restore").focus();
      const before = await places();
      await page.keyboard.press("Space");
      expect(await outcome(page)).toContain("After 90 days");
      expect(await places()).toEqual(before);
      if (width === 375) await page.context().close();
    }
  });

  it("draws the capacity line again on a reader's own figures, within their ranges only", async () => {
    const page = await session.open(await reportPath());
    const sentence = page.locator("[data-capacity-sentence]");
    const left = page.getByLabel("Left for the plan after overtime");
    await left.fill("75");
    await left.press("Tab");
    expect(await sentence.textContent()).toMatch(
      /^With your figures: About 25 spare hours a month for 6 people/,
    );
    expect(await page.getByText("your line: 302 h").count()).toBe(1);
    expect(await page.getByText("your line: 202 h").count()).toBe(0);
    await left.fill("100");
    await left.press("Tab");
    expect(await page.locator("[data-capacity-mistake]").textContent()).toContain("from 25 to 75");
    expect(await left.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByText("your line: 202 h").count()).toBe(1);
    await page.getByRole("button", { name: "Back to our figures" }).click();
    expect(await left.inputValue()).toBe("50");
    expect(await sentence.textContent()).toBe("");
    expect(await page.locator("[data-capacity-mistake]").textContent()).toBe("");
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

  it("prints with every reason open, without controls, with the figures behind the line", async () => {
    const page = await session.open(await reportPath());
    await page.locator("[data-what-if]").waitFor();
    await page.emulateMedia({ media: "print" });
    const look = () =>
      page.evaluate(() => {
        const isPrinted = (element: Element) =>
          element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
        const all = (selector: string) => [...document.querySelectorAll(selector)].map(isPrinted);
        return {
          reasons: all(".why-body"),
          controls: all(".result button, .keep, .contents, [data-what-if]"),
          figures: all("[data-assumption]"),
          drawings: all(".capacity-drawing"),
        };
      });
    // What a closed disclosure holds is laid out with the next frame.
    await expect.poll(async () => (await look()).reasons).not.toContain(false);
    const printed = await look();
    expect(printed.reasons.length).toBeGreaterThan(20);
    expect(printed.controls).not.toContain(true);
    expect(printed.figures).not.toContain(false);
    expect(printed.drawings).toEqual([true, true]);
  });

  it("keeps every drawing visible in forced colors", async () => {
    const page = await session.open(await reportPath());
    await page.emulateMedia({ forcedColors: "active" });
    const hidden = await page.locator("svg[role=img]").evaluateAll(
      (drawings) =>
        drawings.filter((drawing) => {
          const parts = [...drawing.querySelectorAll("rect, line, circle, path")].map((part) =>
            getComputedStyle(part),
          );
          const page = getComputedStyle(document.body).backgroundColor;
          return !parts.some(({ fill, stroke }) =>
            [fill, stroke].some((color) => color !== "none" && color !== page),
          );
        }).length,
    );
    expect(hidden).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  it("can be read without a script: the table of checkpoints stands in for the toggles", async () => {
    const page = await session.open(await reportPath(), { javaScriptEnabled: false });
    await layOutAll(page);
    expect(await page.getByText("One-year list done").isVisible()).toBe(true);
    expect(await page.getByText("If this were done").isVisible()).toBe(false);
    expect(await page.getByText("Most readiness for the effort").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: /^Try these/ }).count()).toBe(0);
    expect(await page.locator(".capacity-drawing").first().isVisible()).toBe(true);
    expect(await page.getByText("Working hours of a person, each month").isVisible()).toBe(true);
    expect(await page.getByRole("spinbutton").count()).toBe(0);
    await page.getByRole("link", { name: "Share without page 7" }).click();
    expect(await page.getByText("Load on the team").count()).toBe(0);
    expect(await page.getByText("Shortened version").count()).toBeGreaterThan(0);
  });
});
