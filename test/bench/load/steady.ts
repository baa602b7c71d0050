/** A steady five submissions a second to the whole local run: how long acceptance takes, and how long until the mail. */
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

const perSecond = 5;
const seconds = 20;
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

const row = (name: string, values: readonly number[]): string[] => [
  name,
  ...[0.5, 0.95, 0.99].map((share) => `${Math.round(quantile(values, share) ?? 0)} ms`),
];

async function measured(run: LocalRun): Promise<BenchTable> {
  const submissions: Submission[] = [];
  for (let made = 0; made < perSecond * seconds + 1; made += 1) submissions.push(await prepared(run.siteUrl));
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
  // The first one loads fonts and code; it is not counted.
  const [warmUp, ...counted] = submissions;
  if (warmUp !== undefined) await submit(warmUp);
  while (mailed.size < 1) await pause(50);
  accepting.length = 0;
  const open: Promise<void>[] = [];
  for (const submission of counted) {
    open.push(submit(submission));
    await pause(1000 / perSecond);
  }
  await Promise.all(open);
  const end = performance.now() + patienceMs;
  while (mailed.size < submissions.length && performance.now() < end) await pause(50);
  clearInterval(watch);
  const toMail = counted.flatMap(({ submissionId: id }) => {
    const [from, to] = [sent.get(id), mailed.get(id)];
    return from === undefined || to === undefined ? [] : [to - from];
  });
  const p95 = quantile(toMail, 0.95) ?? Number.POSITIVE_INFINITY;
  return {
    title: `${perSecond} submissions a second for ${seconds} seconds, whole funnel on this machine`,
    columns: ["what", "p50", "p95", "p99"],
    rows: [row("acceptance", accepting), row("from submission to its report at the mail service", toMail)],
    notes: [
      `${toMail.length} of ${counted.length} reports were mailed within the patience of the bench.`,
      `Aim: submission to mail under 2 s at p95: ${p95 < 2000 && toMail.length === counted.length ? "met" : "missed"}. ${workers} workers; on AWS as many as it takes.`,
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
