/** The cookies of the console: who is signed in, a sign-in under way, where it was asked for, and whether keys are off. */
import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, getSignedCookie, setCookie, setSignedCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";

export interface ConsoleCookies {
  /** Sets a new session id; returns the hash it is stored under. */
  startSession(context: Context): Promise<string>;
  /** Returns the hash of the session id, or null without a cookie that we signed. */
  sessionHash(context: Context): Promise<string | null>;
  endSession(context: Context): void;
  /** Whether single keys do something. */
  shortcuts(context: Context): boolean;
  setShortcuts(context: Context, on: boolean): void;
  keep(context: Context, name: "attempt" | "wanted", value: string): void;
  /** Returns what was kept, and forgets it. */
  take(context: Context, name: "attempt" | "wanted"): string | undefined;
}

const name = "console-session";
const tenMinutes = 600;
const oneYear = 365 * 86_400;

/** Returns the cookies. Under https they are secure and bound to this host by their name. */
export function consoleCookies(siteUrl: string, signingKey: string, sessionSeconds: number): ConsoleCookies {
  const secure = siteUrl.startsWith("https://");
  const prefix = secure ? ("host" as const) : undefined;
  const common: CookieOptions = {
    path: "/",
    httpOnly: true,
    // Coming back from the issuer is a link from another site.
    sameSite: "Lax",
    secure,
    ...(prefix === undefined ? {} : { prefix }),
  };
  const hash = (id: string) => createHash("sha256").update(id).digest("base64url");
  const full = (short: string) => `console-${short}`;
  const onWire = (short: string) => (secure ? `__Host-${short}` : short);

  return {
    async startSession(context) {
      const id = randomBytes(32).toString("base64url");
      await setSignedCookie(context, name, id, signingKey, { ...common, maxAge: sessionSeconds });
      return hash(id);
    },
    async sessionHash(context) {
      const id = await getSignedCookie(context, signingKey, name, prefix);
      return id ? hash(id) : null;
    },
    endSession(context) {
      deleteCookie(context, onWire(name), { path: "/", secure });
    },
    shortcuts: (context) => getCookie(context, "console-keys", prefix) !== "off",
    setShortcuts(context, on) {
      setCookie(context, "console-keys", on ? "on" : "off", { ...common, maxAge: oneYear });
    },
    keep(context, short, value) {
      setCookie(context, full(short), value, { ...common, maxAge: tenMinutes });
    },
    take(context, short) {
      const value = getCookie(context, full(short), prefix);
      if (value !== undefined) deleteCookie(context, onWire(full(short)), { path: "/", secure });
      return value;
    },
  };
}
