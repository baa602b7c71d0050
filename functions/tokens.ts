/** The private links: signed, scoped, expiring, and the same each time they are made. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Assessment } from "#functions/store/assessment-item.ts";

/**
 * result: given to whoever sends the form. confirm: mailed, asks for the button. report: mailed, opens everything.
 * sales: in the sales notice, opens the report but decides nothing for the prospect.
 * share: made to be passed on, opens the version without the people part and nothing else.
 * booking: goes along to the calendar and comes back with the booking; opens nothing.
 */
const scopes = { result: "r", confirm: "c", report: "p", sales: "s", share: "w", booking: "b" } as const;
export type Scope = keyof typeof scopes;

const day = 86_400;
/** In seconds from acceptance. */
const lifetimes: Record<Scope, number> = {
  result: 30 * day,
  confirm: 14 * day,
  report: 365 * day,
  sales: 365 * day,
  share: 90 * day,
  booking: 365 * day,
};

/** Links that were mailed: whoever holds one reads the mailbox it was sent to. */
const mailedScopes: readonly Scope[] = ["confirm", "report"];

/** As much of an assessment as makes its links. */
export type Linked = Pick<Assessment, "id" | "createdAt" | "linksFrom">;

export interface OpenedToken {
  assessmentId: string;
  scope: Scope;
  /** Seconds since 1970. */
  expiresAt: number;
}

/** In seconds since 1970. Another mailbox gets links of its own. */
function expiryOf({ createdAt, linksFrom = createdAt }: Omit<Linked, "id">, scope: Scope): number {
  const from = mailedScopes.includes(scope) ? linksFrom : createdAt;
  return Math.floor(Date.parse(from) / 1000) + lifetimes[scope];
}

/** Returns whether a token was mailed to a mailbox that the assessment has left since. */
export function isOfFormerMailbox({ scope, expiresAt }: OpenedToken, assessment: Linked): boolean {
  return (
    assessment.linksFrom !== undefined &&
    mailedScopes.includes(scope) &&
    expiresAt < expiryOf(assessment, scope)
  );
}

/** Returns whether a token was mailed to the mailbox whose links count from this time. */
export function wasMailedFrom({ scope, expiresAt }: OpenedToken, from: string): boolean {
  return mailedScopes.includes(scope) && expiresAt === expiryOf({ createdAt: from }, scope);
}

function sign(secret: string, payload: Buffer): Buffer {
  return createHmac("sha256", secret).update(payload).digest();
}

/** Returns the token of an assessment in a scope, letters, digits, - and _ only. */
export function tokenFor(secret: string, assessment: Linked, scope: Scope): string {
  const payload = Buffer.alloc(21);
  payload.write(scopes[scope], 0, "latin1");
  payload.write(assessment.id.replaceAll("-", ""), 1, "hex");
  payload.writeUInt32BE(expiryOf(assessment, scope), 17);
  return Buffer.concat([payload, sign(secret, payload)]).toString("base64url");
}

/** Returns the path of the private page. */
export function privatePath(secret: string, assessment: Linked, scope: Scope): string {
  return `/r/${tokenFor(secret, assessment, scope)}`;
}

function isScope(name: string): name is Scope {
  return name in scopes;
}

function scopeOf(letter: string): Scope | null {
  const found = Object.entries(scopes).find(([, value]) => value === letter)?.[0];
  return found !== undefined && isScope(found) ? found : null;
}

/** Returns what a token opens, "expired" for a true one past its time, or null for any other text. */
export function openToken(secret: string, token: string, now: Date): OpenedToken | "expired" | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 53 || bytes.toString("base64url") !== token) return null;
  const payload = bytes.subarray(0, 21);
  if (!timingSafeEqual(bytes.subarray(21), sign(secret, payload))) return null;
  const scope = scopeOf(payload.toString("latin1", 0, 1));
  if (scope === null) return null;
  const expiresAt = payload.readUInt32BE(17);
  if (expiresAt * 1000 <= now.getTime()) return "expired";
  const assessmentId = payload
    .toString("hex", 1, 17)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { assessmentId, scope, expiresAt };
}
