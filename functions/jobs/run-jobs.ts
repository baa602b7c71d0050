import { type Backoff, backoffMs } from "#functions/delivery/backoff.ts";
import type { Log } from "#functions/log.ts";
import { isPersonal, type Job, type Task } from "#functions/store/job-item.ts";
import { claimJob, dueJobs, removeJob, settleJob } from "#functions/store/jobs.ts";
import type { Table } from "#functions/store/table.ts";

export interface JobPolicy {
  /** A job begun and not settled for so long is due again; longer than the slowest takes. */
  claimMs: number;
  /** No further job is begun after so long; the next sweep goes on. */
  maxMs: number;
  backoff: Backoff;
  maxAttempts: number;
}

/** About two days of tries, as receivers of webhooks may be away for a weekend. */
export const jobPolicy: JobPolicy = {
  claimMs: 90_000,
  maxMs: 30_000,
  backoff: { baseMs: 30_000, ceilingMs: 12 * 3_600_000 },
  maxAttempts: 18,
};

export interface JobDependencies {
  table: Table;
  /** Does a task; an error with a short `code` tells why it could not. */
  perform: (task: Task) => Promise<void>;
  policy: JobPolicy;
  now: () => Date;
  random: () => number;
  log: Log;
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code.slice(0, 40) : "not-done";
}

function waitAfter(error: unknown, attempts: number, { policy, random }: JobDependencies): number {
  const asked: unknown = error instanceof Error ? Reflect.get(error, "retryAfterSeconds") : null;
  const wait = backoffMs(policy.backoff, attempts, random);
  return typeof asked === "number" ? Math.max(wait, asked * 1_000) : wait;
}

/** Writes the end of a job; one that knows a person is gone with it. */
async function end(
  table: Table,
  job: Job,
  outcome: { state: "done" } | { state: "failed"; error: string },
): Promise<void> {
  if (isPersonal(job.task)) await removeJob(table, job.id);
  else await settleJob(table, job, outcome);
}

async function runJob(dependencies: JobDependencies, job: Job): Promise<void> {
  const { table, perform, policy, now, log } = dependencies;
  const { id, task, attempts } = job;
  // Nothing was written of the tries before: whoever made them died over it.
  if (attempts > policy.maxAttempts) {
    await end(table, job, { state: "failed", error: "no-answer" });
    return;
  }
  try {
    await perform(task);
  } catch (error) {
    const code = codeOf(error);
    log.error("job not done", { job: id, attempts, code });
    if (attempts >= policy.maxAttempts) await end(table, job, { state: "failed", error: code });
    else {
      const dueAt = new Date(now().getTime() + waitAfter(error, attempts, dependencies));
      await settleJob(table, job, { state: "owed", error: code, dueAt });
    }
    return;
  }
  await end(table, job, { state: "done" });
  log.info("job done", { job: id, attempts });
}

/** Returns what does the due jobs, each on its own; part of every sweep. */
export function createJobRunner(dependencies: JobDependencies): () => Promise<void> {
  const { table, policy, now } = dependencies;
  return async () => {
    const end = now().getTime() + policy.maxMs;
    for (const id of await dueJobs(table, now())) {
      if (now().getTime() >= end) return;
      const job = await claimJob(table, id, now(), new Date(now().getTime() + policy.claimMs));
      if (job !== null) await runJob(dependencies, job);
    }
  };
}
