import { createDigestSchedule } from "#functions/jobs/daily-digest.ts";
import { createTaskPerformer, type TaskDependencies } from "#functions/jobs/perform-task.ts";
import { createJobRunner, jobPolicy } from "#functions/jobs/run-jobs.ts";
import type { Log } from "#functions/log.ts";

export interface JobsDependencies extends TaskDependencies {
  random: () => number;
  log: Log;
}

/** Returns what owes the digest of the day and does every due job; it never rejects, the next sweep goes on. */
export function createJobs(dependencies: JobsDependencies): () => Promise<void> {
  const { table, config, now, random, log } = dependencies;
  const perform = createTaskPerformer(dependencies);
  const run = createJobRunner({ table, perform, policy: jobPolicy, now, random, log });
  const schedule = createDigestSchedule(table, config);
  return async () => {
    try {
      await schedule(now());
      await run();
    } catch (error) {
      log.error("jobs passed over", { error: error instanceof Error ? error.name : "unknown" });
    }
  };
}
