/** @jsxImportSource hono/jsx */
import { age } from "#shared/sales/age.ts";

/** "2026-11-24 09:30", in UTC. */
export function minuteText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}

/** How long ago, with the time itself for those who want it. */
export function Since({ at, now }: { at: string; now: Date }) {
  return (
    <time datetime={at} title={`${minuteText(at)} UTC`}>
      {age(new Date(at), now)}
    </time>
  );
}
