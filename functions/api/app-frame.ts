import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { requestId } from "hono/request-id";
import { allowedMethods } from "#functions/api/allowed-methods.ts";
import { limitBody } from "#functions/api/body-limit.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { originCheck } from "#functions/api/origin-check.ts";
import { personalPage } from "#functions/api/pages/page.ts";
import { problemPage } from "#functions/api/pages/problem-page.tsx";
import { ApiProblem, asProblem } from "#functions/api/problem.ts";
import { isForm } from "#functions/api/request-body.ts";
import { requestPath } from "#functions/api/request-path.ts";
import { securityHeaders } from "#functions/api/security-headers.ts";

/** Adds what one file answers to an app. */
export type Route = (app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies) => void;

const expectsPage = (context: Context) => /^\/r(?:\/|$)/.test(context.req.path) || isForm(context);

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

function notAnswered(app: OpenAPIHono<AppEnvironment>, context: Context): ApiProblem {
  const methods = allowedMethods(app.routes, context.req.path);
  if (methods.length === 0) return new ApiProblem(404, "Not Found", "There is nothing at this address.");
  context.header("Allow", methods.join(", "));
  return new ApiProblem(405, "Method Not Allowed", `This address answers ${methods.join(", ")}.`);
}

/** Returns an app with these routes; headers, request ids and failures are the same for any choice of them. */
export function createAppOf(
  dependencies: ApiDependencies,
  routes: readonly Route[],
): OpenAPIHono<AppEnvironment> {
  const app = new OpenAPIHono<AppEnvironment>({ getPath: requestPath });
  app.use(requestId({ headerName: "" }));
  app.use(securityHeaders(dependencies.siteUrl));
  if (dependencies.originSecrets !== undefined) app.use(originCheck(dependencies.originSecrets));
  app.use(limitBody());
  for (const route of routes) route(app, dependencies);
  app.notFound((context) => answerProblem(context, dependencies, notAnswered(app, context)));
  app.onError((error, context) => answerProblem(context, dependencies, error));
  return app;
}
