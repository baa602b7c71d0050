import type { Hono } from "hono";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import type { ConsoleCookies } from "#functions/console/sign-in/console-cookies.ts";
import { signOut } from "#functions/store/console-users.ts";

/** POST /console/sign-out ends this session; POST /console/shortcuts turns single keys on or off. */
export function signOutRoutes(
  app: Hono<ConsoleEnvironment>,
  { table }: ConsoleDependencies,
  cookies: ConsoleCookies,
): void {
  app.post("/console/sign-out", async (context) => {
    const { person, sessionHash } = context.get("visitor");
    await signOut(table, person.id, sessionHash);
    cookies.endSession(context);
    return context.redirect("/console/signed-out", 303);
  });
  app.post("/console/shortcuts", async (context) => {
    const { shortcuts } = await context.req.parseBody();
    cookies.setShortcuts(context, shortcuts === "on");
    return context.redirect("/console", 303);
  });
}
