/** A steady load on the whole local run: how long acceptance takes, and how long until the mail. */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Submission } from "#shared/submission.ts";
import { type LocalRun, startLocalRun } from "../../e2e/local-run.ts";
import { sampleSubmission } from "../../functions/sample-submissions.ts";
import { type BenchTable, quantile } from "../table.ts";

/** The aim is for the second; the first shows what is left where nothing has to queue. */
const [idleRate, aimedRate] = [2, 5];
const aimMs = 2_000;
const seconds = 20;
/** Sent before, so that every worker has loaded its fonts and run through its code several times. */
const warmUps = 24;
/** As `npm start` has on this machine. */
const workers = availableParallelism();
const patienceMs = 120_000;

async function prepared(siteUrl: string): Promise<Submission> {
  const challenge = await (await fetch(`${siteUrl}/api/challenge`)).json();
  const solution = await solveChallenge({ challenge, deriveKey });
  return sampleSubmission({ proof: Buffer.from(JSON.stringify({ challenge, solution })).toString("base64") });
}

/** Milliseconds at which the run said that a report was sent, by assessment. */
function reportTimes(run: LocalRun, times: Map<string, number>): void {
  for (const line of run.output().split("\n")) {
    const [, id] = /"event":"step done","assessment":"([^"]+)","step":"report"/.exec(line) ?? [];
    if (id !== undefined && !times.has(id)) times.set(id, performance.now());
  }
}

interface Times {
  accepting: number[];
  /** From each submission to its report; without those not mailed in time. */
  toMail: number[];
}

/** Sends so many a second, as many as there are; returns once all are mailed, or patience ends. */
async function send(run: LocalRun, submissions: readonly Submission[], perSecond: number): Promise<Times> {
  const sent = new Map<string, number>();
  const mailed = new Map<string, number>();
  const accepting: number[] = [];
  const submit = async (submission: Submission) => {
    const start = performance.now();
    sent.set(submission.submissionId, start);
    const response = await fetch(`${run.siteUrl}/api/assessments`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(submission),
    });
    if (response.status !== 201) throw new Error(`A submission was answered with ${response.status}.`);
    accepting.push(performance.now() - start);
  };
  const watch = setInterval(() => reportTimes(run, mailed), 20);
  const open: Promise<void>[] = [];
  for (const submission of submissions) {
    open.push(submit(submission));
    await pause(1000 / perSecond);
  }
  await Promise.all(open);
  const waiting = () => [...sent.keys()].some((id) => !mailed.has(id));
  const end = performance.now() + patienceMs;
  while (waiting() && performance.now() < end) await pause(50);
  clearInterval(watch);
  const toMail = [...sent].flatMap(([id, from]) => {
    const to = mailed.get(id);
    return to === undefined ? [] : [to - from];
  });
  return { accepting, toMail };
}

async function measured(run: LocalRun): Promise<BenchTable> {
  const prepare = async (count: number) => {
    const submissions: Submission[] = [];
    while (submissions.length < count) submissions.push(await prepared(run.siteUrl));
    return submissions;
  };
  await send(run, await prepare(warmUps), aimedRate);
  const load = async (perSecond: number) => send(run, await prepare(perSecond * seconds), perSecond);
  const idle = await load(idleRate);
  const aimed = await load(aimedRate);
  const row = (perSecond: number, what: string, values: readonly number[]) => [
    String(perSecond),
    what,
    ...[0.5, 0.95, 0.99].map((share) => `${Math.round(quantile(values, share) ?? 0)} ms`),
  ];
  const rows = (perSecond: number, { accepting, toMail }: Times) => [
    row(perSecond, "acceptance", accepting),
    row(perSecond, "from submission to its report at the mail service", toMail),
  ];
  const met = aimed.toMail.length === aimedRate * seconds && (quantile(aimed.toMail, 0.95) ?? aimMs) < aimMs;
  return {
    title: `Steady load for ${seconds} seconds, whole funnel on this machine`,
    columns: ["submissions a second", "what", "p50", "p95", "p99"],
    rows: [...rows(idleRate, idle), ...rows(aimedRate, aimed)],
    notes: [
      `${idle.toMail.length} of ${idleRate * seconds} and ${aimed.toMail.length} of ${aimedRate * seconds} reports were mailed within the patience of the bench; ${warmUps} others before.`,
      `Aim: submission to mail under ${aimMs / 1000} s at p95 with ${aimedRate} a second: ${met ? "met" : "missed"}. ${workers} workers beside table, mailbox and visitors on ${availableParallelism()} cores; on AWS as many as it takes.`,
    ],
  };
}

/** Returns how long acceptance and the mail take at a steady load. */
export async function steadyLoad(): Promise<BenchTable> {
  const folder = mkdtempSync(path.join(tmpdir(), "funnel-bench-"));
  const run = await startLocalRun({
    PORT: "4700",
    MAIL_PORT: "4750",
    DATA_DIR: folder,
    WORKERS: String(workers),
    SUBMISSIONS_PER_SOURCE_PER_HOUR: "10000",
  });
  try {
    return await measured(run);
  } finally {
    await run.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
