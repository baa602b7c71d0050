/** One run: many submissions through the real API while everything around the code fails, and the account of it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Account, accountOf } from "./accounting.ts";
import { buildProcesses, removeProcesses } from "./bundles.ts";
import { acceptedMails } from "./mail-front.ts";
import type { createQueue } from "./queue.ts";
import type { createReports } from "./reports.ts";
import type { FaultSettings } from "./settings.ts";
import { type Stage, startStage } from "./stage.ts";
import { nextDueTime, readStored } from "./stored.ts";

const visitorsAtOnce = 24;
/** So many submissions, then everything comes to rest and some time passes. */
const mostInRound = 400;
const restMs = 2 * 60_000;
const sweepEveryMs = 2_000;
/** A sweep may be cut off; the schedule begins the next one. */
const mostSweeps = 500;
/** Rounds of waiting for what is due later: more than all tries of a step, and than a series takes. */
const mostDrains = 500;
const leastWaitMs = 30 * 60_000;
/** Longer than all tries of a mail take. From then on only the follow-ups are owed. */
const triesMs = 48 * 3_600_000;
/** Follow-ups wait for their day, and for weeks with fewer bounces and complaints than these mailboxes make. */
const weekMs = 7 * 24 * 3_600_000;

export interface FaultRun {
  account: Account;
  /** Times each boundary met each fault: "worker: send mail" to "lost" to 12. */
  met: Stage["met"];
  deaths: number;
  powerCuts: number;
  seconds: number;
  requests: number;
  repeatedRequests: number;
  queue: ReturnType<typeof createQueue>["counts"];
  reports: ReturnType<typeof createReports>["counts"];
}

/** Does `work` for 0 up to `count`, so many at once. */
async function atMost(limit: number, count: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: limit }, one));
}

/** Sends one round of submissions; where the power is cut, in the middle of it. */
async function sendRound(stage: Stage, from: number, count: number, cut: boolean): Promise<void> {
  const sweeping = setInterval(() => void stage.queue.sweep(), sweepEveryMs);
  let answered = 0;
  await atMost(visitorsAtOnce, count, async (at) => {
    await stage.submit(from + at);
    answered += 1;
    if (cut && answered === Math.ceil(count / 2)) await stage.cutPower();
  });
  clearInterval(sweeping);
  await stage.rest();
}

/** Sweeps until nothing is due; returns when the next assessment is, in milliseconds, or null where none ever is. */
async function sweepUp(stage: Stage): Promise<number | null> {
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    await stage.queue.sweep();
    await stage.rest();
    const due = await nextDueTime(stage.table);
    if (due === null || due > stage.now()) return due;
  }
  throw new Error("However often it is swept, something stays due.");
}

/** Lets time pass until nothing is owed any more. */
async function drain(stage: Stage, say: (line: string) => void): Promise<void> {
  const began = stage.now();
  for (let round = 0; round < mostDrains; round += 1) {
    const report = stage.reports.release(stage.now());
    const due = await sweepUp(stage);
    if (due === null && report === null) return;
    const until = Math.min(due ?? Number.POSITIVE_INFINITY, report ?? Number.POSITIVE_INFINITY);
    const leap = stage.now() - began > triesMs ? weekMs : 0;
    stage.pass(Math.max(0, until - stage.now()) + leastWaitMs + leap);
    say(`nothing was due until ${new Date(until).toISOString()}`);
  }
}

async function play(stage: Stage, { submissions }: FaultSettings, say: (line: string) => void) {
  const rounds = Math.ceil(submissions / mostInRound);
  const perRound = Math.ceil(submissions / rounds);
  const cuts = new Set([Math.floor(rounds / 3), Math.floor((2 * rounds) / 3)]);
  for (let round = 0; round * perRound < submissions; round += 1) {
    const from = round * perRound;
    await sendRound(stage, from, Math.min(perRound, submissions - from), cuts.has(round));
    stage.pass(restMs);
    stage.reports.release(stage.now());
    await stage.queue.sweep();
    await stage.rest();
    say(
      `${Math.min(submissions, from + perRound)} of ${submissions} sent, ${stage.deaths.length} processes killed`,
    );
  }
  await drain(stage, say);
  return cuts.size;
}

/** Plays one run from its seed; `say` is told how far it is. */
export async function runFaults(settings: FaultSettings, say: (line: string) => void): Promise<FaultRun> {
  const began = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), "faults-"));
  const stage = await startStage(settings, await buildProcesses(), folder);
  try {
    const powerCuts = await play(stage, settings, say);
    const account = accountOf({
      settings,
      accepted: stage.accepted,
      stored: await readStored(stage.table),
      mails: acceptedMails(stage.mailLog),
      reported: stage.reports.all,
      deaths: stage.deaths,
    });
    account.faults.push(...stage.wrongAnswers);
    const { requests, repeated } = stage.visits;
    return {
      account,
      met: stage.met,
      deaths: stage.deaths.length,
      powerCuts,
      seconds: (performance.now() - began) / 1000,
      requests,
      repeatedRequests: repeated,
      queue: stage.queue.counts,
      reports: stage.reports.counts,
    };
  } finally {
    stage.stop();
    removeProcesses();
    rmSync(folder, { recursive: true, force: true });
  }
}
