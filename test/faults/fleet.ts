/** The processes of a run. Whoever is killed is replaced at once, by one that was loaded beforehand. */
import { type ChildProcess, fork } from "node:child_process";
import { chance } from "./chance.ts";
import { type Order, type Word, wordSchema } from "./link.ts";
import { type Role, roles } from "./requests.ts";
import { type FaultSettings, maxSkewMs } from "./settings.ts";

/** A place that one process of a role fills at a time. */
export interface Post {
  role: Role;
  /** Has an event handled; null when its process died over it or it failed. */
  invoke(event: unknown): Promise<{ answer: unknown } | null>;
}

export interface Fleet {
  posts(role: Role): readonly Post[];
  setClock(aheadMs: number): void;
  /** Kills every process that takes part, as a power cut does. */
  killAll(): void;
  /** Settles when every post is filled. */
  ready(): Promise<void>;
  /** Who died, and when by the clock of the run. */
  deaths: readonly { pid: number; at: number }[];
  stop(): void;
}

interface FleetInput {
  settings: FaultSettings;
  entries: Readonly<Record<Role, string>>;
  counts: Readonly<Record<Role, number>>;
  environment: Readonly<Record<string, string>>;
  apiPort: number;
  now: () => number;
}

interface Member {
  child: ChildProcess;
  loaded: Promise<unknown>;
  exited: Promise<unknown>;
  on(kind: Word["kind"], listener: (word: Word) => void): void;
}

function load(entry: string, environment: Readonly<Record<string, string>>): Member {
  const child = fork(entry, { env: { ...process.env, ...environment }, execArgv: [] });
  const listeners: { kind: Word["kind"]; listener: (word: Word) => void }[] = [];
  child.on("message", (message) => {
    const word = wordSchema.parse(message);
    for (const { kind, listener } of listeners) if (kind === word.kind) listener(word);
  });
  const on: Member["on"] = (kind, listener) => void listeners.push({ kind, listener });
  return {
    child,
    on,
    loaded: new Promise((resolve) => on("loaded", resolve)),
    exited: new Promise((resolve) => child.once("exit", resolve)),
  };
}

/** Starts the processes, and returns them once all take part. */
export async function startFleet(input: FleetInput): Promise<Fleet> {
  const { settings, entries, counts, environment, apiPort, now } = input;
  const deaths: { pid: number; at: number }[] = [];
  const members = new Set<Member>();
  const posts: (Post & { ready: () => Promise<unknown> })[] = [];
  let stopping = false;
  let aheadMs = 0;
  let born = 0;

  const order = (member: Member, what: Order) => {
    if (member.child.connected) member.child.send(what, () => undefined);
  };
  const enlist = (role: Role): Member => {
    const member = load(entries[role], environment);
    members.add(member);
    void member.exited.then(() => members.delete(member));
    return member;
  };

  async function start(member: Member): Promise<void> {
    const skewMs = Math.round((chance(settings.seed, "skew", born) * 2 - 1) * maxSkewMs);
    born += 1;
    await Promise.race([member.loaded, member.exited]);
    const started = new Promise((resolve) => member.on("started", resolve));
    order(member, { kind: "start", aheadMs, skewMs, port: apiPort });
    await Promise.race([started, member.exited]);
  }

  function fill(role: Role): void {
    let spare = enlist(role);
    let jobs = new Map<number, (result: { answer: unknown } | null) => void>();
    let member: Member;
    let ready: Promise<unknown>;
    let lastJob = 0;

    function begin(): void {
      const begun = spare;
      const own: typeof jobs = new Map();
      const settle = (word: Word) => {
        if (word.kind !== "done" && word.kind !== "failed") return;
        own.get(word.job)?.(word.kind === "done" ? { answer: word.answer } : null);
        own.delete(word.job);
      };
      begun.on("done", settle);
      begun.on("failed", settle);
      member = begun;
      jobs = own;
      ready = start(begun).then(() => {
        if (!stopping) spare = enlist(role);
      });
      void begun.exited.then(async () => {
        deaths.push({ pid: begun.child.pid ?? 0, at: now() });
        for (const waiting of own.values()) waiting(null);
        await ready;
        if (!stopping) begin();
      });
    }

    begin();
    posts.push({
      role,
      ready: () => ready,
      async invoke(event) {
        await ready;
        if (!member.child.connected) return null;
        lastJob += 1;
        const job = lastJob;
        return new Promise((resolve) => {
          jobs.set(job, resolve);
          order(member, { kind: "invoke", job, event });
        });
      },
    });
  }

  for (const role of roles) for (let place = 0; place < counts[role]; place += 1) fill(role);
  const ready = async () => void (await Promise.all(posts.map((post) => post.ready())));
  await ready();
  return {
    posts: (role) => posts.filter((post) => post.role === role),
    deaths,
    ready,
    setClock(ahead) {
      aheadMs = ahead;
      for (const member of members) order(member, { kind: "clock", aheadMs });
    },
    killAll() {
      for (const { child } of members) child.kill("SIGKILL");
    },
    stop() {
      stopping = true;
      for (const { child } of members) child.kill("SIGKILL");
    },
  };
}
