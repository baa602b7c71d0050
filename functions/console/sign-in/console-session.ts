/** Sessions: started at sign-in, ended by sign-out, by time or by an administrator. */

import type { ConsoleDependencies, Visitor } from "#functions/console/dependencies.ts";
import type { Identity } from "#functions/console/sign-in/identity.ts";
import { keyedHash } from "#functions/secrets.ts";
import { noteSignIn } from "#functions/store/console-users.ts";
import { keepSession, noteSessionUse, readSession, type Session } from "#functions/store/sessions.ts";

/** A session ends after so long without a request, and after so long in any case. */
const idleSeconds = 2 * 3_600;
export const wholeSeconds = 12 * 3_600;
/** Use is noted at most so often. */
const noteEverySeconds = 300;

const seconds = (from: string, to: Date) => (to.getTime() - Date.parse(from)) / 1000;

function endOf(signedInAt: string, seenAt: Date): number {
  const whole = Date.parse(signedInAt) / 1000 + wholeSeconds;
  return Math.floor(Math.min(whole, seenAt.getTime() / 1000 + idleSeconds));
}

/** Keeps a new session under the hash of its id. */
export async function beginSession(
  { table, now }: ConsoleDependencies,
  identity: Identity,
  sessionHash: string,
): Promise<void> {
  const at = now();
  const times = { signedInAt: at.toISOString(), seenAt: at.toISOString() };
  await keepSession(table, sessionHash, { ...identity, ...times }, endOf(times.signedInAt, at));
  await noteSignIn(table, identity, sessionHash, at);
}

function isOver({ signedInAt, seenAt }: Session, now: Date): boolean {
  return seconds(seenAt, now) >= idleSeconds || seconds(signedInAt, now) >= wholeSeconds;
}

/** Returns who this session belongs to, or null when it is over. */
export async function visitorOf(
  { table, consoleSecrets, now }: ConsoleDependencies,
  sessionHash: string,
): Promise<Omit<Visitor, "shortcuts"> | null> {
  const session = await readSession(table, sessionHash);
  if (session === null || isOver(session, now())) return null;
  if (seconds(session.seenAt, now()) >= noteEverySeconds)
    await noteSessionUse(table, sessionHash, now(), endOf(session.signedInAt, now()));
  return {
    person: session.person,
    role: session.role,
    sessionHash,
    formToken: keyedHash(consoleSecrets.form, sessionHash),
  };
}
