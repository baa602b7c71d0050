import type { Done, Member } from "./member.ts";
import type { Role } from "./requests.ts";

/** A place that one process of a role fills at a time; whoever is killed is replaced at once. */
export interface Post {
  role: Role;
  /** Has an event handled; null when its process died over it or it failed. */
  invoke(event: unknown): Promise<Done>;
  /** Settles when a process fills it. */
  ready(): Promise<void>;
}

export interface PostInput {
  role: Role;
  /** Loads the next process beforehand: worth it where many are killed. */
  spares: boolean;
  load: () => Member;
  start: (member: Member) => Promise<void>;
  /** Returns whether another one takes its place. */
  died: (member: Member) => boolean;
}

export function fillPost({ role, spares, load, start, died }: PostInput): Post {
  let spare: Member | undefined;
  let member = load();
  let ready = begin();

  async function begin(): Promise<void> {
    await start(member);
    if (spares) spare = load();
    void follow();
  }

  async function follow(): Promise<void> {
    await member.exited;
    if (!died(member)) return;
    member = spare ?? load();
    spare = undefined;
    ready = begin();
  }

  return {
    role,
    ready: () => ready,
    async invoke(event) {
      await ready;
      return member.invoke(event);
    },
  };
}
