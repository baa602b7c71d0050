import { setTimeout as pause } from "node:timers/promises";
import type { Worker } from "#functions/delivery/worker.ts";
import type { Log } from "#functions/log.ts";
import { dueAssessments } from "#functions/store/due-assessments.ts";
import type { Table } from "#functions/store/table.ts";

const sweepEveryMs = 3_000;
/** A sweep hands over so many and comes back: what is new must not wait behind a long backlog. */
const mostWaiting = 50;

export interface DeliveryLoop {
  /** Has the due steps of an assessment done soon. */
  kick(assessmentId: string): void;
  /** Ends after the assessment at hand. */
  stop(): Promise<void>;
}

/** Runs the worker as queue and schedule do on AWS: after each write, and a sweep for what a crash left behind. */
export function startDeliveryLoop(worker: Worker, table: Table, log: Log): DeliveryLoop {
  const waiting = new Set<string>();
  const stopping = new AbortController();
  const { signal } = stopping;
  let working: Promise<void> = Promise.resolve();
  let idle = true;

  const tell = (event: string, error: unknown, assessment?: string) =>
    log.error(event, { assessment, error: error instanceof Error ? error.name : "unknown" });

  /** Waits while the mailbox asks for fewer mails. */
  async function untilWanted(): Promise<void> {
    const ms = (worker.pausedUntil()?.getTime() ?? 0) - Date.now();
    if (ms > 0) await pause(ms, undefined, { signal }).catch(() => undefined);
  }

  async function workThrough(): Promise<void> {
    for (const id of waiting) {
      await untilWanted();
      if (signal.aborted) return;
      waiting.delete(id);
      await worker.deliver(id).catch((error: unknown) => tell("delivery failed", error, id));
    }
  }

  function kick(assessmentId: string): void {
    waiting.add(assessmentId);
    if (!idle || signal.aborted) return;
    idle = false;
    working = workThrough().finally(() => {
      idle = true;
    });
  }

  async function sweep(): Promise<void> {
    for await (const id of dueAssessments(table, new Date())) {
      if (waiting.size >= mostWaiting) return;
      kick(id);
    }
  }

  const timer = setInterval(
    () => sweep().catch((error: unknown) => tell("sweep failed", error)),
    sweepEveryMs,
  );

  return {
    kick,
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await working;
    },
  };
}
