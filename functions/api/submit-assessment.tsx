/** @jsxImportSource hono/jsx */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { type Accepted, acceptSubmission } from "#functions/api/accept-submission.ts";
import { bodyLimitBytes } from "#functions/api/body-limit.ts";
import { checkSubmission } from "#functions/api/check-submission.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import {
  formValues,
  inFormOrder,
  openCoreQuestions,
  submissionFromForm,
} from "#functions/api/form-submission.ts";
import { personalPage } from "#functions/api/pages/page.ts";
import { ApiProblem, asProblem, problemDocumentSchema } from "#functions/api/problem.ts";
import { isForm, jsonBody, mediaType } from "#functions/api/request-body.ts";
import { trapField } from "#functions/api/suspicion.ts";
import { scorecardSchema } from "#functions/store/scorecard-schema.ts";
import { privatePath } from "#functions/tokens.ts";
import type { Edition } from "#shared/edition.ts";
import { currentEdition, editions } from "#shared/questions/index.ts";
import { submissionSchema } from "#shared/submission.ts";
import { AssessmentForm } from "#shared/views/form/assessment-form.tsx";
import type { FormValues } from "#shared/views/form/form-state.ts";

const acceptedSchema = z.object({
  id: z.uuid(),
  /** Path of the private result page. */
  resultUrl: z.string(),
  scorecard: scorecardSchema,
});

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemDocumentSchema } },
});
const accepted = (description: string) => ({
  description,
  content: { "application/json": { schema: acceptedSchema } },
});

const route = createRoute({
  method: "post",
  path: "/api/assessments",
  summary: "Submit an assessment",
  description:
    "Takes the plain HTML form too (application/x-www-form-urlencoded): 303 to the result page, or 422 with the form.",
  request: { body: { required: true, content: { "application/json": { schema: submissionSchema } } } },
  responses: {
    200: accepted("The same submission had been accepted before: same body, no second effect"),
    201: accepted("Accepted and stored"),
    303: { description: "Form accepted; Location is the result page" },
    400: problem("Not JSON"),
    409: problem("The submissionId was used with other content"),
    413: problem(`Body over ${bodyLimitBytes} bytes`),
    415: problem("Neither JSON nor a form"),
    422: problem("Mistakes, one entry per field"),
    429: problem("Too many from this source; see Retry-After"),
    503: problem("Not stored; send it again"),
  },
});

function refuseOtherTypes(context: Context): void {
  if (!isForm(context) && mediaType(context) !== "application/json")
    throw new ApiProblem(
      415,
      "Unsupported Media Type",
      "Send application/json, or a form as application/x-www-form-urlencoded.",
    );
}

const trappedSchema = z.looseObject({ [trapField]: z.unknown() });

/** The trap stands in no description of the API: only a program that fills in every field of the page sends it. */
function withoutTrap(body: unknown): { body: unknown; trapped: boolean } {
  const parsed = trappedSchema.safeParse(body);
  if (!parsed.success) return { body, trapped: false };
  const { [trapField]: trap, ...rest } = parsed.data;
  return { body: rest, trapped: Boolean(trap) };
}

async function answerJson(context: Context, dependencies: ApiDependencies): Promise<Response> {
  const { body, trapped } = withoutTrap(await jsonBody(context));
  const source = dependencies.sourceOf(context);
  const { assessment, created } = await acceptSubmission(dependencies, checkSubmission(body), {
    source,
    trapped,
  });
  const { id } = assessment;
  // Fresh or read back from the table, the body has its fields in one order.
  const scorecard = scorecardSchema.parse(assessment.scorecard);
  const resultUrl = privatePath(dependencies.secrets.token, assessment, "result");
  context.header("Cache-Control", "no-store");
  return context.json({ id, resultUrl, scorecard }, created ? 201 : 200);
}

async function acceptForm(
  context: Context,
  dependencies: ApiDependencies,
  values: FormValues,
): Promise<Accepted> {
  const checked = checkSubmission(
    submissionFromForm(dependencies.secrets.submission, values),
    openCoreQuestions,
  );
  const source = dependencies.sourceOf(context);
  return acceptSubmission(dependencies, checked, { source, trapped: Boolean(values[trapField]) });
}

function formAgain(context: Context, dependencies: ApiDependencies, values: FormValues, failure: ApiProblem) {
  const errors =
    failure.errors.length > 0 ? inFormOrder(failure.errors) : [{ field: "contact", message: failure.detail }];
  // Sent again after a conflict, the form is a new submission.
  const { submissionId, ...others } = values;
  const kept = failure.status === 409 || submissionId === undefined ? others : values;
  const content = (
    <AssessmentForm edition={editionOf(values)} config={dependencies.config} values={kept} errors={errors} />
  );
  return personalPage(context, dependencies, { title: "Please check the form", content }, failure.status);
}

function editionOf(values: FormValues): Edition {
  return editions.find(({ id }) => id === values.edition) ?? currentEdition;
}

async function answerForm(context: Context, dependencies: ApiDependencies): Promise<Response> {
  const values = formValues(await context.req.text());
  try {
    const { assessment } = await acceptForm(context, dependencies, values);
    return context.redirect(privatePath(dependencies.secrets.token, assessment, "result"), 303);
  } catch (error) {
    const failure = asProblem(error);
    if (failure.status === 500) throw error;
    if (failure.retryAfterSeconds !== null) context.header("Retry-After", String(failure.retryAfterSeconds));
    return formAgain(context, dependencies, values, failure);
  }
}

/** POST /api/assessments, from a script as JSON and from the plain form. */
export function submitAssessment(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  app.openAPIRegistry.registerPath(route);
  app.post(route.path, (context) => {
    refuseOtherTypes(context);
    return isForm(context) ? answerForm(context, dependencies) : answerJson(context, dependencies);
  });
}
