import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { asEnvironment, type DeliverySettings } from "./delivery-settings.ts";

export interface Supervision {
  entry: string;
  restartAfterMs: number;
  /** The worker says that often that it is alive, */
  beatMs: number;
  /** and is ended after so much silence: a mail that never gets made must not stop all others. */
  beatsMissed: number;
}

export const standardSupervision: Supervision = {
  entry: fileURLToPath(new URL("./delivery-process.ts", import.meta.url)),
  restartAfterMs: 1_000,
  beatMs: 1_000,
  beatsMissed: 45,
};

/** One mail is made and sent in less. */
const patienceMs = 10_000;

export interface WorkerSupervisor {
  /** Has the due steps of an assessment done soon; lost with the process, found again by its sweep. */
  kick(assessmentId: string): void;
  /** Lets the worker finish the assessment at hand. */
  stop(): Promise<void>;
}

/** Ends a process that has not said a word for too long. Counted in beats, so that a sleeping laptop ends nothing. */
function watch(child: ChildProcess, { beatMs, beatsMissed }: Supervision): void {
  let missed = 0;
  child.on("message", () => {
    missed = 0;
  });
  const timer = setInterval(() => {
    missed += 1;
    if (missed > beatsMissed) child.kill("SIGKILL");
  }, beatMs);
  timer.unref();
  child.once("exit", () => clearInterval(timer));
}

/** Keeps one worker process running: what it dies of must not stop the next mail. */
export function superviseWorker(
  settings: DeliverySettings,
  supervision: Supervision = standardSupervision,
): WorkerSupervisor {
  const { entry, restartAfterMs, beatMs } = supervision;
  let stopping = false;
  let child: ChildProcess = start();

  function start(): ChildProcess {
    // React renders faster without its checks for developers.
    const told = { BEAT_MS: String(beatMs), NODE_ENV: "production" };
    const env = { ...process.env, ...asEnvironment(settings), ...told };
    const started = fork(entry, { env });
    watch(started, supervision);
    started.once("exit", () => {
      if (!stopping)
        setTimeout(() => {
          if (!stopping) child = start();
        }, restartAfterMs);
    });
    return started;
  }

  return {
    kick(assessmentId) {
      if (child.connected) child.send(assessmentId);
    },
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      const tooLong = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      if (child.connected) child.disconnect();
      await ended;
      clearTimeout(tooLong);
    },
  };
}

/** Keeps several workers running and kicks them in turns; a lease keeps them off each other's assessments. */
export function superviseWorkers(count: number, settings: DeliverySettings): WorkerSupervisor {
  const workers = Array.from({ length: count }, () => superviseWorker(settings));
  let kicks = 0;
  return {
    kick(assessmentId) {
      workers[kicks % count]?.kick(assessmentId);
      kicks += 1;
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
