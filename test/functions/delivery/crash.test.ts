import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterEach, beforeEach, expect, test } from "vitest";
import funnelConfig from "#config";
import type { Submission } from "#shared/submission.ts";
import { startMailboxServer } from "../../../infra/local/mailbox-server.ts";
import type { LocalServer } from "../../../infra/local/table-server.ts";
import { mailsTo } from "../local-services.ts";
import { type MailGate, startMailGate } from "../mail-gate.ts";
import { sampleSubmission } from "../sample-submissions.ts";

const entry = new URL("crashing-funnel.ts", import.meta.url);
const elevenMinutes = 11 * 60_000;

let folder: string;
let mailbox: LocalServer;
let gate: MailGate;
let children: ChildProcess[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "crash-"));
  mailbox = await startMailboxServer(0);
  gate = await startMailGate(mailbox.endpoint);
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await Promise.all([gate.stop(), mailbox.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Settles with the message of a child that has this field; fails when the child ends before. */
function message(child: ChildProcess, field: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    child.on("message", (sent) => {
      if (typeof sent === "object" && field in sent) resolve({ ...sent });
    });
    child.once("exit", (code) => reject(new Error(`The process ended with ${code}.`)));
  });
}

function start(aheadMs = 0) {
  const child = fork(entry, [folder, gate.endpoint, String(aheadMs)], { execArgv: ["--import", "tsx"] });
  children.push(child);
  const swept = message(child, "swept");
  const api = message(child, "port").then(({ port }) => `http://127.0.0.1:${port}`);
  return { child, api, swept };
}

async function submit(api: string, submission: Submission): Promise<Response> {
  return fetch(`${api}/api/assessments`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(submission),
  });
}

async function withProof(api: string): Promise<Submission> {
  const challenge = await (await fetch(`${api}/api/challenge`)).json();
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
  return sampleSubmission({ proof });
}

/** Both processes load the whole funnel, and the second renders a report. */
const timeout = 60_000;

test("a process killed between acceptance and mail loses no submission and no mail", {
  timeout,
}, async () => {
  gate.next.push("hang");
  const first = start();
  const api = await first.api;
  // The report takes a while to render; the confirmation is at SES by then, unanswered.
  const report = await withProof(api);
  const confirmation = sampleSubmission();
  const accepted = await Promise.all([submit(api, report), submit(api, confirmation)]);
  expect(accepted.map(({ status }) => status)).toEqual([201, 201]);
  const bodies = await Promise.all(accepted.map((response) => response.json()));

  await gate.hanging;
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const subjectsTo = async ({ contact }: Submission) =>
    (await mailsTo(mailbox.endpoint, contact.email)).map(({ subject }) => subject);
  expect([await subjectsTo(report), await subjectsTo(confirmation)]).toEqual([[], []]);

  const second = start(elevenMinutes);
  const again = await second.api;
  await second.swept;
  expect(await subjectsTo(report)).toEqual(["Your Digital Readiness Report"]);
  expect(await subjectsTo(confirmation)).toEqual(["Press one button to get your report"]);
  const [mail] = await mailsTo(mailbox.endpoint, report.contact.email);
  expect(mail?.attachments.map(({ contentType }) => contentType)).toEqual(["application/pdf"]);
  const [recipient = ""] = funnelConfig.sales.recipients;
  expect(await mailsTo(mailbox.endpoint, recipient)).toHaveLength(2);

  const repeated = await Promise.all([submit(again, report), submit(again, confirmation)]);
  expect(repeated.map(({ status }) => status)).toEqual([200, 200]);
  expect(await Promise.all(repeated.map((response) => response.json()))).toEqual(bodies);
  const result = await fetch(`${again}${bodies[0].resultUrl}`);
  expect(await result.text()).toContain("The report goes by mail to the address you gave.");
});
