/** One process of a run, and what it is asked to do. */
import { fork } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { type Order, type Word, wordSchema } from "./link.ts";

export type Done = { answer: unknown } | null;

export interface Member {
  pid: number;
  exited: Promise<unknown>;
  /**
   * Lets it take part; settles when it does, or is gone.
   * @param order asked for once the process has loaded: time may pass until then
   */
  start(order: () => Extract<Order, { kind: "start" }>): Promise<void>;
  setClock(aheadMs: number): void;
  /** Has an event handled; null when it died over it or failed. */
  invoke(event: unknown): Promise<Done>;
  kill(): void;
}

/** Starts a process, which loads its code and waits. */
export function loadMember(entry: string, environment: Readonly<Record<string, string>>): Member {
  const child = fork(entry, { env: { ...process.env, ...environment }, execArgv: [] });
  const jobs = new Map<number, (done: Done) => void>();
  const heard = new EventEmitter();
  const loaded = once(heard, "loaded");
  const started = once(heard, "started");
  const exited = once(child, "exit");
  let lastJob = 0;

  function finish(word: Word): void {
    if (word.kind !== "done" && word.kind !== "failed") return;
    jobs.get(word.job)?.(word.kind === "done" ? { answer: word.answer } : null);
    jobs.delete(word.job);
  }
  const order = (what: Order) => {
    if (child.connected) child.send(what, () => undefined);
  };

  child.on("message", (message) => {
    const word = wordSchema.parse(message);
    heard.emit(word.kind);
    finish(word);
  });
  child.once("exit", () => {
    for (const waiting of jobs.values()) waiting(null);
    jobs.clear();
  });
  return {
    pid: child.pid ?? 0,
    exited,
    async start(begin) {
      await Promise.race([loaded, exited]);
      order(begin());
      await Promise.race([started, exited]);
    },
    setClock: (aheadMs) => order({ kind: "clock", aheadMs }),
    async invoke(event) {
      if (!child.connected) return null;
      lastJob += 1;
      const job = lastJob;
      return new Promise((resolve) => {
        jobs.set(job, resolve);
        order({ kind: "invoke", job, event });
      });
    },
    kill: () => void child.kill("SIGKILL"),
  };
}
