/** The last step, when the network, the server or our own late code fails: nothing is lost, and it says what to do. */
import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { answeredHash, fillContact, takeAnswers, waitForStep } from "./form-steps.ts";
import { startSession } from "./session.ts";

const session = startSession();
const path = `/assessment${answeredHash()}`;

async function openContact(page: Page): Promise<void> {
  await takeAnswers(page);
  await page.getByRole("button", { name: "Get the report" }).click();
  await waitForStep(page, "contact");
  await fillContact(page);
}

const failure = (page: Page) => page.locator("[data-send-failure]:visible");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

interface Sent {
  submissionId: string;
  proof?: string;
}

/** Answers each sending as told, in order, then lets them through; returns what was sent. */
async function answerSendings(
  page: Page,
  answers: readonly ((route: Route) => Promise<void>)[],
): Promise<Sent[]> {
  const sent: Sent[] = [];
  await page.route("**/api/assessments", async (route) => {
    const answer = answers[sent.length];
    sent.push(route.request().postDataJSON() as Sent);
    await (answer ? answer(route) : route.continue());
  });
  return sent;
}

const problem =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  (route: Route) =>
    route.fulfill({ status, headers, contentType: "application/problem+json", body: JSON.stringify(body) });

describe("sending", () => {
  it("says what to do when offline, too often, or out of order, and sends the same submission each time", async () => {
    const page = await session.open(path);
    await openContact(page);
    await page.context().setOffline(true);
    await press(page, "Send me the report");
    await failure(page).getByText("You are offline. Everything you typed is kept.").waitFor();
    await page.context().setOffline(false);
    await failure(page).getByText("You are online again.").waitFor();
    const sent = await answerSendings(page, [
      problem(429, {}, { "retry-after": "120" }),
      problem(503, {}, { "retry-after": "60" }),
      problem(409),
    ]);
    for (const text of [
      "Wait 2 minutes, then press Try again.",
      "Wait a minute, then press Try again.",
      "An earlier sending",
    ]) {
      await press(page, "Try again");
      await failure(page).getByText(text).waitFor();
      expect(await page.getByLabel("Email", { exact: true }).inputValue()).toBe("visitor@example.com");
    }
    await press(page, "Try again");
    await page.waitForURL("**/r/*");
    const ids = sent.map(({ submissionId }) => submissionId);
    // Only "sent with other answers" makes it another submission.
    expect(ids.slice(0, 3)).toEqual(Array(3).fill(ids[0]));
    expect(ids[3]).not.toBe(ids[0]);
  });

  it("leads to mistakes the server finds, on whichever page they stand", async () => {
    const page = await session.open(path);
    await openContact(page);
    await answerSendings(page, [
      problem(422, {
        errors: [
          { field: "M1", message: "Answer this again." },
          { field: "organisation", message: "Enter another name." },
        ],
      }),
    ]);
    await press(page, "Send me the report");
    await waitForStep(page, "when-something-stops");
    const alert = page.getByRole("alert");
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    await alert.getByRole("link", { name: "Enter another name." }).click();
    await waitForStep(page, "contact");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("organisation");
    expect(await page.locator("#organisation-error").textContent()).toBe("Error: Enter another name.");
    await press(page, "Send me the report");
    await page.waitForURL("**/r/*");
  });

  it("makes another proof of work when the first ran out while the visitor typed", async () => {
    const page = await session.open(path);
    let challenges = 0;
    await page.route("**/api/challenge", async (route) => {
      challenges += 1;
      if (challenges > 1) return route.continue();
      const response = await route.fetch();
      const challenge = await response.json();
      challenge.parameters.expiresAt = 1;
      return route.fulfill({ response, json: challenge });
    });
    await openContact(page);
    const sent = await answerSendings(page, []);
    const counted = page.waitForRequest((request) => request.postData()?.includes('"submit"') ?? false);
    await press(page, "Send me the report");
    await page.waitForURL("**/r/*");
    expect((await counted).postDataJSON()).toEqual({ event: "submit", page: "/assessment" });
    expect(challenges).toBe(2);
    expect(sent.map(({ proof }) => typeof proof)).toEqual(["string"]);
  });

  it("works without the code that is loaded late: no result on screen, no proof, and still accepted", async () => {
    const page = await session.open("/privacy");
    await page.route(/_astro\/(?:result-step|proof|region-suggestion)[\w.-]+\.js/, (route) => route.abort());
    await page.goto(`${session.site().url}${path}`);
    await takeAnswers(page);
    const failed = page.getByRole("heading", { name: "The result cannot be shown just now" });
    await failed.waitFor();
    expect(await failed.evaluate((element) => element === document.activeElement)).toBe(true);
    await press(page, "Have it sent instead");
    await waitForStep(page, "contact");
    await fillContact(page);
    const sent = await answerSendings(page, []);
    await press(page, "Send me the report");
    await page.waitForURL("**/r/*");
    expect(sent.map(({ proof }) => proof)).toEqual([undefined]);
  });

  it("shows the result after all, once its code can be had again", async () => {
    const page = await session.open("/privacy");
    await page.route("**/_astro/result-step*.js", (route) => route.abort(), { times: 1 });
    await page.goto(`${session.site().url}${path}`);
    await takeAnswers(page);
    await press(page, "Try again");
    await page.getByRole("heading", { level: 2, name: "Readiness" }).waitFor();
  });
});
