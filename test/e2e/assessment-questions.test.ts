import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axe } from "./axe.ts";
import {
  answerAll,
  answeredHash,
  fillProfile,
  goOn,
  questionsInView,
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

describe("the questions asked on screen", () => {
  it("asks about the ringing phone, and hides what on-call closes", async () => {
    const page = await openForm();
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
    const page = await openForm();
    await fillProfile(page, "0");
    const steps: string[] = [];
    for (let step = await goOn(page); step !== "result"; step = await goOn(page)) {
      steps.push(step);
      await answerAll(page);
    }
    expect(steps).toEqual(["when-something-stops", "records", "access-and-recovery"]);
    expect(await page.locator("[data-load]").textContent()).toContain("nobody in-house");
  });

  it("asks two questions first when the load has no number yet", async () => {
    const page = await openForm(
      `/assessment${answeredHash({ OC1: "unknown", OC2: "unknown", SK1: "unknown" })}`,
    );
    await takeAnswers(page);
    expect(await page.locator("[data-load] .score-number").textContent()).toBe("–");
    await page.getByRole("button", { name: "Answer these two" }).click();
    await waitForStep(page, "load");
    expect(await questionsInView(page)).toEqual(["OC3", "RC2"]);
    await answerAll(page);
    expect(await goOn(page)).toBe("result");
    expect(await page.getByRole("button", { name: "Answer these two" }).count()).toBe(0);
  });

  it("warns one or two people that answers point to someone, and tells them their rota", async () => {
    const page = await openForm();
    await fillProfile(page, "2");
    await page.getByText("2 people, one tier: each is on call every second week").waitFor();
    while ((await goOn(page)) !== "how-the-work-is-carried") await answerAll(page);
    expect(await page.getByText("In a team this small, answers point to someone.").isVisible()).toBe(true);
  });

  it("begins with the answer chosen on a landing page, and stays where it is when a skip link is used", async () => {
    const page = await openForm("/assessment?industry=aviation#M1=2");
    await fillProfile(page);
    await goOn(page);
    expect(await page.locator("#M1-2").isChecked()).toBe(true);
    await page.locator(".skip-link").focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    expect(await stepOf(page)).toBe("when-something-stops");
  });

  it("offers the rest, and a link with the open questions that holds no answer", async () => {
    const page = await openForm(`/assessment${answeredHash({ B2: "unknown", I1: "unknown" })}`, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await takeAnswers(page);
    await page.getByRole("button", { name: "Copy a link with 2 open questions" }).click();
    await page.getByText("Copied.").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${session.site().url}/assessment#ask=B2.I1`);
    await page.getByRole("button", { name: "Answer more questions" }).click();
    await waitForStep(page, "systems-in-detail");
    await answerAll(page);
    expect(await goOn(page)).toBe("work-in-detail");
    await answerAll(page);
    expect(await goOn(page)).toBe("result");
    await page.getByRole("button", { name: "Answer more questions" }).waitFor({ state: "detached" });
    const colleague = await session.openAnother();
    await colleague.goto(link);
    await colleague.getByRole("heading", { level: 1, name: "2 open questions" }).waitFor();
    expect(await colleague.getByRole("heading", { level: 2 }).count()).toBe(2);
    expect(await axe(colleague)).toEqual([]);
  });
});
