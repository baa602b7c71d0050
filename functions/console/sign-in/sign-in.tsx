/** @jsxImportSource hono/jsx */
import type { Context, Hono } from "hono";
import { ConsoleProblem } from "#functions/console/console-problem.ts";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import { consolePage } from "#functions/console/pages/console-page.tsx";
import { Message } from "#functions/console/pages/message.tsx";
import { createSeal } from "#functions/console/sealed.ts";
import type { ConsoleCookies } from "#functions/console/sign-in/console-cookies.ts";
import { beginSession } from "#functions/console/sign-in/console-session.ts";
import { identityFrom } from "#functions/console/sign-in/identity.ts";
import { type Attempt, attemptSchema } from "#functions/console/sign-in/issuer.ts";
import { signInPath } from "#functions/console/sign-in/require-session.ts";

export const signedInPath = "/console/signed-in";

const startPath = `${signInPath}/start`;
const attemptSeconds = 600;

function failedSignIn(): ConsoleProblem {
  return new ConsoleProblem(400, "Sign-in was not completed", [
    "It took too long, was begun in another browser, or was refused.",
  ]);
}

/** Only a page of the console, whatever the cookie says. */
function wantedPage(path: string | undefined): string {
  return path !== undefined && /^\/console(?:[/?]|$)/.test(path) ? path : "/console";
}

/**
 * GET /console/sign-in with its button, where that leads, and the address the issuer sends the browser back to.
 * The button is a link: a form must not lead to another site, and a form sent after the session ended would.
 */
export function signIn(
  app: Hono<ConsoleEnvironment>,
  dependencies: ConsoleDependencies,
  cookies: ConsoleCookies,
): void {
  const { issuer, openId, siteUrl, consoleSecrets, now, log } = dependencies;
  const attempts = createSeal<Attempt>({
    key: consoleSecrets.sealing,
    purpose: "sign-in",
    schema: attemptSchema,
    lifetimeSeconds: attemptSeconds,
    now,
  });

  app.get(signInPath, (context) => {
    const content = (
      <Message title="Sign in" paragraphs={["The console is for the people who answer our leads."]}>
        <p>
          <a class="button" href={startPath}>
            Sign in
          </a>
        </p>
      </Message>
    );
    return consolePage(context, dependencies, { title: "Sign in", content });
  });

  app.get(startPath, async (context) => {
    try {
      const { url, attempt } = await issuer.begin();
      cookies.keep(context, "attempt", await attempts.seal(attempt));
      return context.redirect(url, 303);
    } catch (error) {
      log.error("sign-in unavailable", { error: error instanceof Error ? error.name : "unknown" });
      throw new ConsoleProblem(503, "Sign-in does not answer", [
        "The sign-in service could not be reached. Nothing is wrong with your account: try again in a minute.",
      ]);
    }
  });

  async function claimsFor(context: Context<ConsoleEnvironment>) {
    const kept = cookies.take(context, "attempt");
    const attempt = kept === undefined ? null : await attempts.open(kept);
    if (attempt === null) throw failedSignIn();
    // Behind CloudFront the request does not know the address the browser used.
    const answer = new URL(`${siteUrl}${signedInPath}${new URL(context.req.url).search}`);
    try {
      return await issuer.complete(answer, attempt);
    } catch (error) {
      log.error("sign-in refused", { error: error instanceof Error ? error.name : "unknown" });
      throw failedSignIn();
    }
  }

  app.get(signedInPath, async (context) => {
    const identity = identityFrom(await claimsFor(context), openId);
    if (identity === null)
      throw new ConsoleProblem(401, "This account may not open the console", [
        `Ask whoever runs it to add you to the group “${openId.salesGroup}” or “${openId.adminGroup}”, then sign in again.`,
      ]);
    await beginSession(dependencies, identity, await cookies.startSession(context));
    log.info("signed in", { person: identity.person.id, role: identity.role });
    return context.redirect(wantedPage(cookies.take(context, "wanted")), 303);
  });

  app.get("/console/signed-out", async (context) => {
    const elsewhere = await issuer.endSessionUrl(`${siteUrl}/console/signed-out`).catch(() => null);
    const content = (
      <Message title="Signed out" paragraphs={["This browser no longer opens the console."]}>
        <p>
          <a class="button" href="/console">
            Sign in
          </a>
        </p>
        {elsewhere === null ? null : (
          <p>
            <a href={elsewhere}>Also sign out of the sign-in service</a>
          </p>
        )}
      </Message>
    );
    return consolePage(context, dependencies, { title: "Signed out", content });
  });
}
