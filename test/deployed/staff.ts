/** A member of staff who has signed in: the issuer is nowhere here, so the session is stored as its answer would be. */
import { createHash, randomBytes } from "node:crypto";
import { generateSignedCookie } from "hono/cookie";
import { deriveConsoleSecrets } from "#functions/console/console-secrets.ts";
import { formTokenField } from "#functions/console/sign-in/require-session.ts";
import { keyedHash } from "#functions/secrets.ts";
import { keepSession } from "#functions/store/sessions.ts";
import type { Table } from "#functions/store/table.ts";
import type { Deployment } from "./emulation/deployment.ts";

export interface Staff {
  get(path: string): Promise<Response>;
  /** Posts a form of the console's own. */
  post(path: string, fields?: Record<string, string>): Promise<Response>;
}

const hour = 3_600_000;

/** Returns an administrator of the console. */
export async function signedInStaff(deployment: Deployment, table: Table): Promise<Staff> {
  const { FUNNEL_SECRET = "", SITE_URL = "" } = deployment.function("Console").settings.variables;
  const { session, form } = deriveConsoleSecrets(FUNNEL_SECRET);
  const id = randomBytes(32).toString("base64url");
  const sessionHash = createHash("sha256").update(id).digest("base64url");
  const now = new Date().toISOString();
  const person = { id: "somebody-of-the-staff", name: "Sample Staff" };
  const ends = Math.floor((Date.now() + hour) / 1_000);
  await keepSession(table, sessionHash, { person, role: "admin", signedInAt: now, seenAt: now }, ends);
  const signed = await generateSignedCookie("console-session", id, session, {
    path: "/",
    secure: true,
    prefix: "host",
  });
  const headers = { cookie: signed.split(";")[0] ?? "", origin: SITE_URL };
  const { siteUrl } = deployment;
  return {
    get: (path) => fetch(`${siteUrl}${path}`, { headers, redirect: "manual" }),
    post: (path, fields = {}) =>
      fetch(`${siteUrl}${path}`, {
        method: "POST",
        headers,
        redirect: "manual",
        body: new URLSearchParams({ ...fields, [formTokenField]: keyedHash(form, sessionHash) }),
      }),
  };
}
