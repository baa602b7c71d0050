/** The processes of a run. */
import { chance } from "./chance.ts";
import { loadMember, type Member } from "./member.ts";
import { fillPost, type Post } from "./post.ts";
import { type Role, roles } from "./requests.ts";
import { type FaultSettings, maxSkewMs } from "./settings.ts";

export interface Death {
  pid: number;
  /** By the clock of the run. */
  at: number;
}

export interface Fleet {
  posts(role: Role): readonly Post[];
  setClock(aheadMs: number): void;
  /** Kills every process, as a power cut does. */
  killAll(): void;
  /** Settles when every post is filled. */
  ready(): Promise<void>;
  deaths: readonly Death[];
  stop(): void;
}

interface FleetInput {
  settings: FaultSettings;
  entries: Readonly<Record<Role, string>>;
  counts: Readonly<Record<Role, number>>;
  spares: boolean;
  environment: Readonly<Record<string, string>>;
  apiPort: number;
  now: () => number;
}

/** Starts the processes, and returns them once all take part. */
export async function startFleet(input: FleetInput): Promise<Fleet> {
  const { settings, entries, counts, spares, environment, apiPort, now } = input;
  const deaths: Death[] = [];
  const members = new Set<Member>();
  let stopping = false;
  let aheadMs = 0;
  let born = 0;

  function load(role: Role): Member {
    const member = loadMember(entries[role], environment);
    members.add(member);
    void member.exited.then(() => members.delete(member));
    return member;
  }

  function start(member: Member): Promise<void> {
    const skewMs = Math.round((chance(settings.seed, "skew", born) * 2 - 1) * maxSkewMs);
    born += 1;
    return member.start(() => ({ kind: "start", aheadMs, skewMs, port: apiPort }));
  }

  function died({ pid }: Member): boolean {
    deaths.push({ pid, at: now() });
    return !stopping;
  }

  const posts = roles.flatMap((role) =>
    Array.from({ length: counts[role] }, () =>
      fillPost({ role, spares, load: () => load(role), start, died }),
    ),
  );
  const ready = async () => void (await Promise.all(posts.map((post) => post.ready())));
  const killAll = () => {
    for (const member of members) member.kill();
  };
  await ready();
  return {
    posts: (role) => posts.filter((post) => post.role === role),
    deaths,
    ready,
    killAll,
    setClock(ahead) {
      aheadMs = ahead;
      for (const member of members) member.setClock(aheadMs);
    },
    stop() {
      stopping = true;
      killAll();
    },
  };
}
