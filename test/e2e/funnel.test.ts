/** The promise of the whole product, kept by `npm start`: typed in a browser, stored, mailed, told to sales. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentEdition } from "#shared/questions/index.ts";
import golden from "../fixtures/golden-assessments.json" with { type: "json" };
import { mailsTo } from "../functions/local-services.ts";
import { openBrowser } from "./browser.ts";
import { fillContact, goOn, questionsInView, reachResult, waitForStep } from "./form-steps.ts";
import { type LocalRun, startLocalRun } from "./local-run.ts";

const [assessment] = golden.cases;
if (!assessment) throw new RangeError("there are no golden cases");
const { expected } = assessment;
const chosen = Object.fromEntries(
  Object.entries(assessment.answers).map(([id, answer]) => [id, String(answer)]),
);

const titles = [...expected.priorities.now, ...expected.priorities.next, ...expected.priorities.later].map(
  (id) => currentEdition.recommendations.find((one) => one.id === id)?.title ?? id,
);

let dataFolder: string;
let occupied: Server;
let occupiedPort: number;
let run: LocalRun;
let browser: Browser;
let page: Page;

async function occupyPort(): Promise<void> {
  occupied = createServer();
  await new Promise<void>((resolve) => occupied.listen(0, "127.0.0.1", resolve));
  const address = occupied.address();
  occupiedPort = typeof address === "object" && address !== null ? address.port : 0;
}

const environment = () => ({
  PORT: String(occupiedPort),
  MAIL_PORT: String(occupiedPort + 100),
  DATA_DIR: dataFolder,
  SUBMISSIONS_PER_SOURCE_PER_HOUR: "100",
});

async function pdfText(content: string): Promise<string[]> {
  const document = await getDocument({ data: Uint8Array.from(Buffer.from(content, "base64")) }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
  }
  return pages;
}

async function answerTheRest(): Promise<void> {
  await page.getByRole("button", { name: "Answer more questions" }).click();
  await page.locator("[data-assessment]:not([data-step=result])").waitFor();
  let step = "";
  while (step !== "result") {
    for (const id of await questionsInView(page)) await page.locator(`#${id}-${chosen[id]}`).check();
    step = await goOn(page);
  }
}

async function postDirectly(email: string): Promise<void> {
  const challenge = await (await fetch(`${run.siteUrl}/api/challenge`)).json();
  const solution = await solveChallenge({ challenge, deriveKey });
  const response = await fetch(`${run.siteUrl}/api/assessments`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      submissionId: randomUUID(),
      edition: "2026-1",
      answers: assessment?.answers,
      profile: {
        industry: "aviation",
        headcount: "50-249",
        infrastructurePeople: 6,
        role: "it-lead",
        region: "us",
      },
      contact: { email, organisation: "Sample Works" },
      consent: { followUps: false, benchmark: false, reportOnly: false },
      source: {},
      proof: Buffer.from(JSON.stringify({ challenge, solution })).toString("base64"),
    }),
  });
  expect(response.status).toBe(201);
}

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), "funnel-"));
  await occupyPort();
  run = await startLocalRun(environment());
  browser = await openBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await run?.stop().catch(() => undefined);
  occupied?.close();
  await rm(dataFolder, { recursive: true, force: true });
});

describe("the whole funnel", () => {
  it("takes the next free port and says so", () => {
    expect(run.siteUrl).not.toContain(`:${occupiedPort}`);
    expect(run.output()).toContain(`(port ${occupiedPort} is in use)`);
  });

  it("turns answers typed in a browser into the same scores on screen, in the mail and in the PDF", async () => {
    await page.goto(`${run.siteUrl}/assessment?industry=aviation`);
    await reachResult(page, chosen);
    await answerTheRest();
    const onScreen = await page.locator("[data-stage=on-screen]").innerText();
    expect(onScreen).toMatch(new RegExp(`\\b${expected.overall}\\b`));
    expect(onScreen).toMatch(new RegExp(`\\b${expected.tsr}\\b`));
    expect(onScreen).toContain(titles[0]);

    await page.getByRole("button", { name: "Get the report" }).click();
    await waitForStep(page, "contact");
    await fillContact(page);
    await page.getByRole("button", { name: "Send me the report" }).click();
    await page.waitForURL(/\/r\/[\w-]+$/);
    expect(await page.locator("[data-stage=result]").innerText()).toMatch(
      new RegExp(`\\b${expected.overall}\\b`),
    );

    const [mail] = await expect
      .poll(() => mailsTo(run.mailboxUrl, "visitor@example.com"), { timeout: 60_000, interval: 250 })
      .toHaveLength(1)
      .then(() => mailsTo(run.mailboxUrl, "visitor@example.com"));
    expect(mail?.subject).toBe("Your Digital Readiness Report");
    expect(`${mail?.body.text}${mail?.body.html}`).not.toContain("Sample Repair Station");
    const [attachment] = mail?.attachments ?? [];
    expect(attachment?.contentType).toContain("application/pdf");

    const pages = await pdfText(attachment?.content ?? "");
    expect(pages[0]).toContain("Sample Repair Station");
    expect(pages[1]).toMatch(new RegExp(`\\b${expected.overall}\\b`));
    expect(pages[1]).toMatch(new RegExp(`\\b${expected.tsr}\\b`));
    const plan = pages[3] ?? "";
    const places = titles.map((title) => plan.indexOf(title));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it("tells sales, with grade and openers", async () => {
    const notices = () => mailsTo(run.mailboxUrl, "sales@");
    await expect.poll(notices, { timeout: 30_000, interval: 250 }).toHaveLength(1);
    const [notice] = await notices();
    expect(notice?.subject).toMatch(/^[A-D] · Sample Repair Station/);
    expect(notice?.body.text).toContain("(B2)");
  });

  it("loses nothing to a power cut between accepting and mailing", async () => {
    await postDirectly("after-the-cut@example.com");
    await run.kill();
    run = await startLocalRun(environment());
    await expect
      .poll(() => mailsTo(run.mailboxUrl, "after-the-cut@example.com"), { timeout: 90_000, interval: 250 })
      .not.toHaveLength(0);
    const result = await page.goto(page.url().replace(/^https?:\/\/[^/]+/, run.siteUrl));
    expect(result?.status()).toBe(200);
  });

  it("stops cleanly", async () => {
    expect(await run.stop()).toBe(0);
  });
});
