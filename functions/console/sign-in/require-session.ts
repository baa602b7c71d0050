import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { ConsoleProblem } from "#functions/console/console-problem.ts";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import type { ConsoleCookies } from "#functions/console/sign-in/console-cookies.ts";
import { visitorOf } from "#functions/console/sign-in/console-session.ts";

export const signInPath = "/console/sign-in";

/**
 * Sends everybody who is not signed in away before anything is looked up, with the same answer for every address:
 * a stranger cannot tell what exists, not even by the time it takes.
 */
export function requireSession(
  dependencies: ConsoleDependencies,
  cookies: ConsoleCookies,
): MiddlewareHandler<ConsoleEnvironment> {
  return async (context, next) => {
    const sessionHash = await cookies.sessionHash(context);
    const visitor = sessionHash === null ? null : await visitorOf(dependencies, sessionHash);
    if (visitor === null) {
      const { pathname, search } = new URL(context.req.url);
      if (context.req.method === "GET") cookies.keep(context, "wanted", `${pathname}${search}`);
      return context.redirect(signInPath, 303);
    }
    context.set("visitor", { ...visitor, shortcuts: cookies.shortcuts(context) });
    return next();
  };
}

export const formTokenField = "form-token";

function isToken(given: unknown, expected: string): boolean {
  if (typeof given !== "string") return false;
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Lets a change through only from a form that this session was shown, sent from this site. */
export function requireOwnForm(siteUrl: string): MiddlewareHandler<ConsoleEnvironment> {
  const sameOrigin = csrf({ origin: new URL(siteUrl).origin });
  return async (context, next) => {
    if (context.req.method === "GET" || context.req.method === "HEAD") return next();
    return sameOrigin(context, async () => {
      const form = await context.req.parseBody();
      if (!isToken(form[formTokenField], context.get("visitor").formToken))
        throw new ConsoleProblem(400, "This form has ended", [
          "It was opened in another session, or it came from another site. Nothing was changed.",
          "Open the page again and repeat what you did.",
        ]);
      await next();
    });
  };
}
