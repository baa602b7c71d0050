import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { requestId } from "hono/request-id";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { isForm } from "#functions/api/media-type.ts";
import { personalPage } from "#functions/api/pages/page.ts";
import { problemPage } from "#functions/api/pages/problem-page.tsx";
import { ApiProblem, asProblem } from "#functions/api/problem.ts";
import { securityHeaders } from "#functions/api/security-headers.ts";

/** Adds what one file answers to an app. */
export type Route = (app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies) => void;

const expectsPage = (context: Context) => context.req.path.startsWith("/r/") || isForm(context);

function answerProblem(
  context: Context<AppEnvironment>,
  dependencies: ApiDependencies,
  error: unknown,
): Response {
  const problem = asProblem(error);
  const requestId = context.get("requestId");
  if (problem.status >= 500)
    dependencies.log.error("request failed", {
      requestId,
      status: problem.status,
      error: error instanceof Error ? error.name : "unknown",
      at:
        error instanceof Error
          ? error.stack
              ?.split("\n")
              .find((line) => line.includes(" at "))
              ?.trim()
          : null,
    });
  if (problem.retryAfterSeconds !== null) context.header("Retry-After", String(problem.retryAfterSeconds));
  if (expectsPage(context)) return personalPage(context, dependencies, problemPage(problem), problem.status);
  const headers = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
  return context.body(JSON.stringify(problem.document(requestId)), problem.status, headers);
}

/** Returns an app with these routes; headers, request ids and failures are the same for any choice of them. */
export function createAppOf(
  dependencies: ApiDependencies,
  routes: readonly Route[],
): OpenAPIHono<AppEnvironment> {
  const app = new OpenAPIHono<AppEnvironment>();
  app.use(requestId({ headerName: "" }));
  app.use(securityHeaders(dependencies.siteUrl));
  for (const route of routes) route(app, dependencies);
  app.notFound((context) =>
    answerProblem(
      context,
      dependencies,
      new ApiProblem(404, "Not Found", "There is nothing at this address."),
    ),
  );
  app.onError((error, context) => answerProblem(context, dependencies, error));
  return app;
}
