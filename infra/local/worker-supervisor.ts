import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { asEnvironment, type DeliverySettings } from "./delivery-settings.ts";

const entry = fileURLToPath(new URL("./delivery-process.ts", import.meta.url));
const restartAfterMs = 1_000;

export interface WorkerSupervisor {
  /** Has the due steps of an assessment done soon; lost with the process, found again by its sweep. */
  kick(assessmentId: string): void;
  /** Lets the worker finish the assessment at hand. */
  stop(): Promise<void>;
}

/** Keeps one worker process running: what it dies of must not stop the next mail. */
export function superviseWorker(settings: DeliverySettings): WorkerSupervisor {
  let stopping = false;
  let child: ChildProcess = start();

  function start(): ChildProcess {
    const started = fork(entry, { env: { ...process.env, ...asEnvironment(settings) } });
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
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
