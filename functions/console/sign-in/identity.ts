import { createHash } from "node:crypto";
import type { IDToken } from "openid-client";
import type { OpenIdSettings } from "#functions/console/sign-in/openid-settings.ts";
import type { Person } from "#functions/store/sales-record.ts";

/** sales: leads and their status. admin: also suppression, erasure, records. */
export const roles = ["sales", "admin"] as const;
export type Role = (typeof roles)[number];

export interface Identity {
  person: Person;
  role: Role;
}

function groupsIn(claims: IDToken, name: string): string[] {
  const value = claims[name];
  if (typeof value === "string") return value.split(/[\s,]+/);
  return Array.isArray(value) ? value.filter((group) => typeof group === "string") : [];
}

function nameIn(claims: IDToken): string {
  const names = [claims.name, claims["cognito:username"], claims.email, claims.sub];
  const found = names.find((name) => typeof name === "string" && name !== "");
  return String(found).slice(0, 120);
}

/**
 * Returns the id of a person in leads and addresses: a hash, because some issuers use an address as the subject.
 * Without the issuer, of which there is one, so that leads keep their owners when it moves to another address.
 */
export function personId(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url").slice(0, 22);
}

/** Returns who signed in, or null when none of their groups may use the console; of two roles, admin. */
export function identityFrom(claims: IDToken, settings: OpenIdSettings): Identity | null {
  const groups = groupsIn(claims, settings.groupsClaim);
  const role = groups.includes(settings.adminGroup)
    ? "admin"
    : groups.includes(settings.salesGroup)
      ? "sales"
      : null;
  if (role === null) return null;
  return { person: { id: personId(claims.sub), name: nameIn(claims) }, role };
}
