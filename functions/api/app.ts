import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { requestId } from "hono/request-id";
import { bookings } from "#functions/api/bookings.ts";
import { challenge } from "#functions/api/challenge.ts";
import { confirm } from "#functions/api/confirm.ts";
import { deletion } from "#functions/api/delete-assessment.tsx";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { health } from "#functions/api/health.ts";
import { notMe } from "#functions/api/not-me.ts";
import { openApiDocument } from "#functions/api/openapi.ts";
import { personalPage } from "#functions/api/pages/page.ts";
import { problemPage } from "#functions/api/pages/problem-page.tsx";
import { planExport } from "#functions/api/plan-export.ts";
import { ApiProblem, asProblem } from "#functions/api/problem.ts";
import { reportPdf } from "#functions/api/report-pdf.ts";
import { resultPage } from "#functions/api/result-page.tsx";
import { securityHeaders } from "#functions/api/security-headers.ts";
import { isForm, submitAssessment } from "#functions/api/submit-assessment.tsx";
import { usedWhatIf } from "#functions/api/used-what-if.ts";
import { webhookSchema } from "#functions/api/webhook-schema.ts";

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

/** Returns the app: the API and the private pages. The static site is served by whoever mounts it. */
export function createApp(dependencies: ApiDependencies): OpenAPIHono<AppEnvironment> {
  const app = new OpenAPIHono<AppEnvironment>();
  app.use(requestId({ headerName: "" }));
  app.use(securityHeaders(dependencies.siteUrl));
  for (const route of [
    submitAssessment,
    challenge,
    openApiDocument,
    health,
    resultPage,
    reportPdf,
    planExport,
    confirm,
    usedWhatIf,
    notMe,
    deletion,
    webhookSchema,
    bookings,
  ])
    route(app, dependencies);
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
