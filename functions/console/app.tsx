/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { originCheck } from "#functions/api/origin-check.ts";
import { requestPath } from "#functions/api/request-path.ts";
import { securityHeaders } from "#functions/api/security-headers.ts";
import { assets } from "#functions/console/assets.ts";
import { asConsoleProblem, ConsoleProblem } from "#functions/console/console-problem.ts";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import { exportLeads } from "#functions/console/exports/export-leads.ts";
import { personCopy } from "#functions/console/exports/person-copy.ts";
import { funnel } from "#functions/console/funnel/funnel.tsx";
import { adminActions } from "#functions/console/leads/admin-actions.ts";
import { eraseRoutes } from "#functions/console/leads/erase-routes.tsx";
import { leadActions } from "#functions/console/leads/lead-actions.ts";
import { leadList } from "#functions/console/leads/lead-list.tsx";
import { leadPage } from "#functions/console/leads/lead-page.tsx";
import { savedViews } from "#functions/console/leads/saved-views.ts";
import { consolePage } from "#functions/console/pages/console-page.tsx";
import { Message } from "#functions/console/pages/message.tsx";
import { consoleRecord } from "#functions/console/record/console-record.tsx";
import { consoleCookies } from "#functions/console/sign-in/console-cookies.ts";
import { wholeSeconds } from "#functions/console/sign-in/console-session.ts";
import { requireOwnForm, requireSession } from "#functions/console/sign-in/require-session.ts";
import { signIn } from "#functions/console/sign-in/sign-in.tsx";
import { signOutRoutes } from "#functions/console/sign-in/sign-out.ts";
import { today } from "#functions/console/today/today.tsx";
import { trouble } from "#functions/console/trouble/trouble.tsx";

/** A note of the greatest length, several times over. */
const mostBytes = 32 * 1024;

function logged({ log }: ConsoleDependencies, error: unknown, requestId: string): void {
  const isError = error instanceof Error;
  log.error("console request failed", {
    requestId,
    error: isError ? error.name : "unknown",
    at: isError
      ? error.stack
          ?.split("\n")
          .find((line) => line.includes(" at "))
          ?.trim()
      : null,
  });
}

function problemPage(
  context: Context<ConsoleEnvironment>,
  dependencies: ConsoleDependencies,
  error: unknown,
): Response | Promise<Response> {
  const { status, title, paragraphs } = asConsoleProblem(error);
  const id = context.get("requestId");
  if (status >= 500) logged(dependencies, error, id);
  const content = (
    <Message title={title} paragraphs={paragraphs}>
      {status === 500 ? <p class="figures">{id}</p> : null}
      <p>
        <a href="/console">Go to the console</a>
      </p>
    </Message>
  );
  return consolePage(context, dependencies, { title, content }, status);
}

/** Returns the console, mounted at /console by whoever serves it. */
export function createConsole(dependencies: ConsoleDependencies): Hono<ConsoleEnvironment> {
  const { siteUrl, consoleSecrets } = dependencies;
  const cookies = consoleCookies(siteUrl, consoleSecrets.session, wholeSeconds);
  const app = new Hono<ConsoleEnvironment>({ getPath: requestPath });
  app.use(requestId({ headerName: "" }));
  app.use(securityHeaders(siteUrl));
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has("Cache-Control")) context.res.headers.set("Cache-Control", "no-store");
    // Not "no-referrer": a browser would then keep the origin of our own forms to itself.
    context.res.headers.set("Referrer-Policy", "same-origin");
    context.res.headers.set("X-Robots-Tag", "noindex");
  });
  app.onError((error, context) => problemPage(context, dependencies, error));
  if (dependencies.originSecrets !== undefined) app.use(originCheck(dependencies.originSecrets));
  assets(app);
  signIn(app, dependencies, cookies);

  // Everything below is for people who are signed in.
  app.use(requireSession(dependencies, cookies));
  app.use(bodyLimit({ maxSize: mostBytes }));
  app.use(requireOwnForm(siteUrl));
  signOutRoutes(app, dependencies, cookies);
  for (const route of [
    today,
    funnel,
    trouble,
    consoleRecord,
    leadList,
    leadPage,
    leadActions,
    adminActions,
    eraseRoutes,
    personCopy,
    exportLeads,
    savedViews,
  ])
    route(app, dependencies);
  app.notFound((context) =>
    problemPage(
      context,
      dependencies,
      new ConsoleProblem(404, "No such page", ["There is nothing at this address."]),
    ),
  );
  return app;
}
