import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axe, contrast } from "./axe.ts";
import {
  answerAll,
  answeredHash,
  fillContact,
  fillProfile,
  goOn,
  questionsInView,
  reachResult,
  stepOf,
  takeAnswers,
  waitForStep,
} from "./form-steps.ts";
import { startSession } from "./session.ts";

const session = startSession();

async function openForm(path = "/assessment", options?: Parameters<typeof session.open>[1]): Promise<Page> {
  const page = await session.open(path, options);
  await page.locator("[data-ready]").waitFor();
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Answers page after page, up to the result; each page begins with the focus on its heading. */
async function answerByKeyboard(page: Page): Promise<void> {
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
  await page.locator("[data-result-view]:visible h1").waitFor();
}

/** Presses Tab until the button of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached "${name}".`);
}

describe("the assessment on screen", () => {
  it("shows the result before any address is asked, and sends the same scores", async () => {
    const page = await openForm("/assessment?industry=aviation&utm_source=letter");
    await reachResult(page);
    const shown = await page.locator("[data-readiness] .score-number").textContent();
    expect(session.site().accepted).toHaveLength(0);
    await page.getByRole("button", { name: "Get the report" }).click();
    await fillContact(page);
    const request = page.waitForRequest("**/api/assessments");
    await page.getByRole("button", { name: "Send me the report" }).click();
    const sent = (await request).postDataJSON() as Record<string, unknown>;
    expect(sent).toMatchObject({ source: { utm_source: "letter" }, proof: expect.any(String) });
    await page.waitForURL("**/r/*");
    expect(await page.locator("[data-readiness] .score-number").textContent()).toBe(shown);
    expect(session.site().accepted).toHaveLength(1);
    await page.goto(`${session.site().url}/assessment`);
    await page.locator("[data-ready]").waitFor();
    expect(await page.getByText("Welcome back").isVisible()).toBe(false);
  });

  it("can be done with the keyboard alone: the full path, contact and sending", async () => {
    const page = await openForm();
    await page.locator("#industry-aviation").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.type("6");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await waitForStep(page, "when-something-stops");
    await answerByKeyboard(page);
    expect(await focused(page)).toBe(await page.locator(".result h1").textContent());
    await tabTo(page, "Answer more questions");
    await page.keyboard.press("Enter");
    await waitForStep(page, "systems-in-detail");
    await answerByKeyboard(page);
    await tabTo(page, "Get the report");
    await page.keyboard.press("Enter");
    await waitForStep(page, "contact");
    for (const text of ["visitor@example.com", "Sample Repair Station"]) {
      await page.keyboard.press("Tab");
      await page.keyboard.type(text);
    }
    for (const _ of ["headcount", "region"]) {
      await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowDown");
    }
    await tabTo(page, "Send me the report");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/r/*");
  });

  it("lists what is missing and leads to it", async () => {
    const page = await openForm();
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
    const page = await openForm();
    await fillProfile(page);
    await goOn(page);
    await answerAll(page);
    await goOn(page);
    await page.goBack();
    await waitForStep(page, "when-something-stops");
    expect(await page.locator("#M1-1").isChecked()).toBe(true);
    await page.goForward();
    await waitForStep(page, "records");
    await page.goto(`${session.site().url}/assessment#step=contact`);
    await waitForStep(page, "records");
  });

  it("takes up again after the browser was closed, or starts afresh", async () => {
    const page = await openForm();
    await fillProfile(page);
    await goOn(page);
    await page.locator("#M1-2").check();
    await page.close();
    const again = await session.openAnother();
    await again.goto(`${session.site().url}/assessment`);
    await again.getByRole("heading", { name: "Welcome back" }).waitFor();
    expect(await axe(again)).toEqual([]);
    await again.getByRole("button", { name: "Continue where you were" }).click();
    await waitForStep(again, "when-something-stops");
    expect(await again.locator("#M1-2").isChecked()).toBe(true);
    await again.close();
    const third = await session.openAnother();
    await third.goto(`${session.site().url}/assessment`);
    await third.getByRole("button", { name: "Start again" }).click();
    await waitForStep(third, "profile");
    expect(await third.locator("input:checked").count()).toBe(0);
  });

  it("loses nothing when sending fails, and sends the same submission again", async () => {
    const page = await openForm(`/assessment${answeredHash()}`);
    await takeAnswers(page);
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
    const before = session.site().accepted.length;
    await page.getByRole("button", { name: "Send me the report" }).click();
    await page.getByText("We could not reach the server.").waitFor();
    expect(await page.getByLabel("Email", { exact: true }).inputValue()).toBe("visitor@example.com");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForURL("**/r/*");
    expect(new Set(ids).size).toBe(1);
    expect(session.site().accepted.length - before).toBe(1);
  });

  it("leaves room at 400% zoom, keeps its marks in forced colors, and moves nothing unasked", async () => {
    const page = await openForm(`/assessment${answeredHash()}`, {
      viewport: { width: 320, height: 256 },
      forcedColors: "active",
      reducedMotion: "reduce",
    });
    await takeAnswers(page);
    await page.getByRole("button", { name: "Change my answers" }).click();
    await waitForStep(page, "two-counts");
    const style = (selector: string, property: "position" | "backgroundColor" | "scrollBehavior") =>
      page.evaluate(([at, name]) => getComputedStyle(document.querySelector(at) ?? document.body)[name], [
        selector,
        property,
      ] as const);
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
    // A line that stays in view would cover the question.
    expect(await style(".instruction", "position")).toBe("static");
    await page.getByRole("button", { name: "Back" }).click();
    await waitForStep(page, "how-the-work-is-carried");
    expect(await style(".tick-now", "backgroundColor")).not.toBe(
      await style(".tick-ahead", "backgroundColor"),
    );
    expect(await style("html", "scrollBehavior")).toBe("auto");
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it("has no axe violation on any page, in light and dark, and never scrolls sideways at 320 pixels", async () => {
    const page = await openForm("/assessment", { viewport: { width: 320, height: 640 } });
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
      if (step === "two-counts") await page.getByText("What your answers show so far").click();
      await look();
    }
    await page.locator(".why summary").first().click();
    await page.getByText("Finish later or on another device").click();
    await look();
    await page.getByRole("button", { name: "Get the report" }).click();
    await waitForStep(page, "contact");
    await page.getByRole("button", { name: "Send me the report" }).click();
    await look();
  });
});
