/** What a visitor does on the assessment, by keyboard where it says so. */
import type { Page } from "playwright-core";
import { unansweredQuestions } from "#shared/assessment-path.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { formOutline } from "#shared/views/form/form-outline.ts";
import { linkWith } from "../../site/src/scripts/assessment/carried-answers.ts";

/** Returns the page of the form that is shown. */
export async function stepOf(page: Page): Promise<string> {
  return (await page.locator("[data-assessment]").getAttribute("data-step")) ?? "";
}

/** Waits until a page of the form is shown. */
export async function waitForStep(page: Page, step: string): Promise<void> {
  await page.locator(`[data-assessment][data-step="${step}"]`).waitFor();
}

/** Names of the questions in view. */
export async function questionsInView(page: Page): Promise<string[]> {
  return page
    .locator(".form-section:visible .question:visible")
    .evaluateAll((fields) => fields.map((field) => (field as HTMLElement).dataset.field ?? ""));
}

/** Fills in the profile and goes on. */
export async function fillProfile(page: Page, people = "6"): Promise<void> {
  await page.getByLabel("Aviation maintenance (MRO)").check();
  await page.getByLabel("How many people run your infrastructure?").fill(people);
  await page.getByLabel("IT lead or manager").check();
}

/** Presses Continue and waits for another page of the form. */
export async function goOn(page: Page): Promise<string> {
  const before = await stepOf(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator(`[data-assessment]:not([data-step="${before}"])`).waitFor();
  return stepOf(page);
}

/** Answers every question in view. @param chosen values by question; the others get level 1 */
export async function answerAll(page: Page, chosen: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const id of await questionsInView(page)) await page.locator(`#${id}-${chosen[id] ?? "1"}`).check();
}

/** Answers from the first section to the result. */
export async function reachResult(page: Page, chosen: Readonly<Record<string, string>> = {}): Promise<void> {
  await fillProfile(page);
  while ((await goOn(page)) !== "result") await answerAll(page, chosen);
}

/** Fills in the contact page. */
export async function fillContact(page: Page): Promise<void> {
  await page.getByLabel("Email", { exact: true }).fill("visitor@example.com");
  await page.getByLabel("Organization", { exact: true }).fill("Sample Repair Station");
  await page.getByLabel("50 to 249").check();
  await page.getByLabel("United States").check();
}

/** Returns the part of an address that opens the assessment with the core path answered. @param chosen as above */
export function answeredHash(chosen: Readonly<Record<string, string>> = {}): string {
  const outline = formOutline(currentEdition);
  const visitor = { industry: "aviation", infrastructurePeople: 6, answers: {} } as const;
  const answers = unansweredQuestions(outline, "core", visitor).map(({ id }) => [id, chosen[id] ?? "1"]);
  const values = {
    industry: "aviation",
    infrastructurePeople: "6",
    role: "it-lead",
    ...Object.fromEntries(answers),
  };
  return new URL(linkWith("http://site.example/assessment", outline, values)).hash;
}

/** Takes the answers of such a link, and waits for the result. */
export async function takeAnswers(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Use the answers of the link" }).click();
  await waitForStep(page, "result");
}
