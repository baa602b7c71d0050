/** Beside the questions: taking the answers along, what they show so far, and counting without following anybody. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axe, contrast } from "./axe.ts";
import { answeredHash, fillProfile, goOn, stepOf, takeAnswers, waitForStep } from "./form-steps.ts";
import { startSession } from "./session.ts";

const session = startSession();

async function openForm(hash = "", options?: Parameters<typeof session.open>[1]): Promise<Page> {
  const page = await session.open(`/assessment${hash}`, options);
  await page.locator("[data-ready]").waitFor();
  return page;
}

async function openKeeping(page: Page): Promise<void> {
  await page.getByText("Finish later or on another device").click();
  await expect.poll(() => page.getByLabel("Link with your answers").inputValue()).toContain("#resume=");
}

describe("answers carried to another device", () => {
  it("arrive by link, which shows them and asks before it replaces any", async () => {
    const first = await openForm("", { permissions: ["clipboard-read", "clipboard-write"] });
    await fillProfile(first);
    await goOn(first);
    await first.locator("#M1-2").check();
    await openKeeping(first);
    await first.getByRole("button", { name: "Copy the link" }).click();
    await first.getByText("Copied.").waitFor();
    const link = await first.evaluate(() => navigator.clipboard.readText());
    await first.context().close();

    const second = await openForm();
    await second.getByLabel("Export compliance").check();
    await second.goto("about:blank");
    await second.goto(link);
    await second.getByText("The link holds 4 answered questions.").waitFor();
    await second.getByText("This device holds one answered question too.").waitFor();
    await second.getByText("See the answers").click();
    expect(await second.getByText("A named person on a rota answers").first().isVisible()).toBe(true);
    expect(await axe(second)).toEqual([]);
    await second.emulateMedia({ colorScheme: "dark" });
    expect(await contrast(second)).toEqual([]);
    await second.getByRole("button", { name: "Keep the answers on this device" }).click();
    expect(await second.getByLabel("Export compliance").isChecked()).toBe(true);
    await second.goto(link);
    await second.getByRole("button", { name: "Use the answers of the link" }).click();
    await waitForStep(second, "when-something-stops");
    expect(await second.locator("#M1-2").isChecked()).toBe(true);
    expect(second.url()).not.toContain("resume");
  });

  it("arrive by file, and no other file is taken", async () => {
    const page = await openForm(answeredHash());
    await takeAnswers(page);
    await openKeeping(page);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the file" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^digital-readiness-answers-2026-1-saved-[\d-]+\.json$/);
    const content = await readFile(await download.path());
    const choose = (name: string, buffer: Buffer) =>
      page.getByLabel("Go on from a file").setInputFiles({ name, mimeType: "application/json", buffer });
    await choose("other.json", Buffer.from("{}"));
    await page.getByText("This is not a file of this page.").waitFor();
    await choose("later.json", Buffer.from(content.toString().replace('"2026-1"', '"2031-1"')));
    await page.getByText("belongs to edition 2031-1").waitFor();
    expect(await stepOf(page)).toBe("result");
    await choose("answers.json", content);
    await page.getByText("The file holds 26 answered questions.").waitFor();
    await page.getByRole("button", { name: "Use the answers of the file" }).click();
    await page.getByRole("heading", { level: 2, name: "Readiness" }).waitFor();
  });

  it("are refused from a link that was cut off, and the form stands there as it was", async () => {
    const page = await openForm(answeredHash().slice(0, -4));
    await page.getByRole("alert").getByText("This link is not complete").waitFor();
    expect(await stepOf(page)).toBe("profile");
  });
});

describe("what the answers show so far", () => {
  it("is loaded when it is opened, read out once, and follows every answer in silence", async () => {
    const page = await openForm(answeredHash({ P1: "0" }));
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await takeAnswers(page);
    await page.evaluate(() => history.pushState(null, "", "#step=access-and-recovery"));
    await page.reload();
    await waitForStep(page, "access-and-recovery");
    loaded.length = 0;
    await page.getByText("What your answers show so far").click();
    const status = page.locator("[data-so-far-status]");
    await expect
      .poll(() => status.textContent())
      .toMatch(/^Readiness: \d+ of 100\. Known: 66% .* One red flag\.$/);
    expect(loaded.some((url) => url.includes("so-far"))).toBe(true);
    const spoken = await status.textContent();
    expect(await page.locator("[data-so-far-flag-list] li").count()).toBe(1);
    await page.locator("#P1-3").check();
    expect(await page.locator("[data-so-far-flag-list] li").count()).toBe(0);
    expect(await status.textContent()).toBe(spoken);
  });
});

interface Counted {
  event: string;
  page?: string;
  step?: string;
  campaign?: string;
}

/** Collects what would be counted. */
async function counted(page: Page): Promise<Counted[]> {
  const events: Counted[] = [];
  await page.route("**/api/events", (route) => {
    events.push(JSON.parse(route.request().postData() ?? "{}") as Counted);
    return route.fulfill({ status: 204 });
  });
  return events;
}

async function walk(page: Page): Promise<void> {
  await page.goto(`${session.site().url}/aviation-mro?utm_source=mail&utm_campaign=spring`);
  await page.goto(`${session.site().url}/method`);
  await page.goto(`${session.site().url}/assessment`);
  await page.locator("[data-ready]").waitFor();
  await fillProfile(page);
  await goOn(page);
  await page.getByRole("button", { name: "Back" }).click();
  await waitForStep(page, "profile");
}

describe("counting", () => {
  it("names page, step and campaign, each step once, and carries the campaign to the form", async () => {
    const page = await session.open("/404");
    const events = await counted(page);
    await walk(page);
    const campaign = "spring";
    const first = { page: "/aviation-mro", campaign };
    await expect.poll(() => events.length).toBe(6);
    expect(events.filter(({ event }) => event === "view")).toEqual([
      { event: "view", page: "/aviation-mro", campaign },
      { event: "view", page: "/method", campaign },
      { event: "view", page: "/assessment", campaign },
    ]);
    expect(events.filter(({ event }) => event !== "view")).toEqual([
      { event: "step", step: "profile", ...first },
      { event: "start", ...first },
      { event: "step", step: "when-something-stops", ...first },
    ]);
    expect(await page.locator("input[name=utm_source]").inputValue()).toBe("mail");
    expect(await page.locator("input[name=page]").inputValue()).toBe("/aviation-mro");
    expect(await page.context().cookies()).toEqual([]);
  });

  it.each([
    ["Do Not Track", "doNotTrack", "1"],
    ["Global Privacy Control", "globalPrivacyControl", true],
  ])("stops at %s: nothing is sent, nothing kept of where the visit came from", async (_, name, value) => {
    const page = await session.open("/404");
    await page.addInitScript(
      ([key, wish]) => Object.defineProperty(navigator, String(key), { get: () => wish }),
      [name, value] as const,
    );
    const events = await counted(page);
    await walk(page);
    expect(events).toEqual([]);
    expect(await page.locator("input[name=utm_source]").inputValue()).toBe("");
    expect(await page.evaluate(() => sessionStorage.getItem("visit-source"))).toBeNull();
  });
});
