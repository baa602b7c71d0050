import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { requestId } from "hono/request-id";
import { allowedMethods } from "#functions/api/allowed-methods.ts";
import { limitBody } from "#functions/api/body-limit.ts";
import { bookings } from "#functions/api/bookings.ts";
import { challenge } from "#functions/api/challenge.ts";
import { changeConsent } from "#functions/api/change-consent.ts";
import { confirm } from "#functions/api/confirm.ts";
import { correction } from "#functions/api/correct-contact.tsx";
import { countEvents } from "#functions/api/count-event.ts";
import { deletion } from "#functions/api/delete-assessment.tsx";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { health } from "#functions/api/health.ts";
import { measureAgain } from "#functions/api/measure-again.ts";
import { notMe } from "#functions/api/not-me.ts";
import { openApiDocument } from "#functions/api/openapi.ts";
import { originCheck } from "#functions/api/origin-check.ts";
import { personalPage } from "#functions/api/pages/page.ts";
import { problemPage } from "#functions/api/pages/problem-page.tsx";
import { planExport } from "#functions/api/plan-export.ts";
import { ApiProblem, asProblem } from "#functions/api/problem.ts";
import { pulseAnswer } from "#functions/api/pulse-answer.ts";
import { reportPdf } from "#functions/api/report-pdf.ts";
import { isForm } from "#functions/api/request-body.ts";
import { requestPath } from "#functions/api/request-path.ts";
import { resultPage } from "#functions/api/result-page.tsx";
import { securityHeaders } from "#functions/api/security-headers.ts";
import { submitAssessment } from "#functions/api/submit-assessment.tsx";
import { teamPulse } from "#functions/api/team-pulse.ts";
import { usedWhatIf } from "#functions/api/used-what-if.ts";
import { webhookSchema } from "#functions/api/webhook-schema.ts";
import { yourData } from "#functions/api/your-data.ts";

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

/** Returns the app: the API and the private pages. The static site is served by whoever mounts it. */
export function createApp(dependencies: ApiDependencies): OpenAPIHono<AppEnvironment> {
  const app = new OpenAPIHono<AppEnvironment>({ getPath: requestPath });
  app.use(requestId({ headerName: "" }));
  app.use(securityHeaders(dependencies.siteUrl));
  if (dependencies.originSecrets !== undefined) app.use(originCheck(dependencies.originSecrets));
  app.use(limitBody());
  for (const route of [
    submitAssessment,
    challenge,
    countEvents,
    openApiDocument,
    health,
    resultPage,
    reportPdf,
    planExport,
    confirm,
    usedWhatIf,
    notMe,
    measureAgain,
    teamPulse,
    pulseAnswer,
    yourData,
    correction,
    changeConsent,
    deletion,
    webhookSchema,
    bookings,
  ])
    route(app, dependencies);
  app.notFound((context) => answerProblem(context, dependencies, notAnswered(app, context)));
  app.onError((error, context) => answerProblem(context, dependencies, error));
  return app;
}
