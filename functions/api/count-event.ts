import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { countedCampaign, countQuietly, formSteps, listedPage } from "#functions/api/counted-event.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { ApiProblem, type FieldProblem, problemDocumentSchema } from "#functions/api/problem.ts";
import { jsonBody, mediaType } from "#functions/api/request-body.ts";
import { createSourceRate } from "#functions/api/source-rate.ts";
import type { CountedEvent } from "#functions/store/counters.ts";

const eventSchema = z.strictObject({
  event: z.enum(["view", "start", "step", "submit"]),
  /** Path of the page, as in the sitemap. */
  page: z.string().max(200),
  /** With "step" only: id of the step reached. */
  step: z.string().max(40).optional(),
  /** utm_campaign of the address. */
  campaign: z.string().max(200).optional(),
});
type BrowserEvent = z.infer<typeof eventSchema>;

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemDocumentSchema } },
});
const content = { schema: eventSchema };

/** A visitor sends a dozen in all; an office shares one address. */
export const eventsPerMinute = 60;

const route = createRoute({
  method: "post",
  path: "/api/events",
  summary: "Count something that happened on a page",
  description:
    "Made for navigator.sendBeacon. Numbers by day, page and campaign; nothing about who sent it is stored. With DNT: 1 or Sec-GPC: 1, and from a page of another site, nothing is counted.",
  request: { body: { required: true, content: { "application/json": content, "text/plain": content } } },
  responses: {
    204: { description: "Counted, or left uncounted as the visitor asked" },
    400: problem("Not JSON"),
    413: problem("Body too large"),
    415: problem("Neither application/json nor text/plain"),
    422: problem("Unknown event, page or step"),
    429: problem("Too many from this source; see Retry-After"),
  },
});

/** Browsers say so on every request; other clients say nothing, and may count. */
function askedNotTo(context: Context): boolean {
  const site = context.req.header("sec-fetch-site");
  return (
    context.req.header("dnt") === "1" ||
    context.req.header("sec-gpc") === "1" ||
    (site !== undefined && site !== "same-origin")
  );
}

function mistakes(errors: FieldProblem[]): ApiProblem {
  return new ApiProblem(422, "Unprocessable Content", "This event is not counted here.", { errors });
}

const at = (field: string, message: string): FieldProblem => ({ pointer: `/${field}`, field, message });

function checked(body: unknown): BrowserEvent {
  const parsed = eventSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw mistakes(parsed.error.issues.map(({ path, message }) => at(path.join("/"), message)));
}

/** @throws ApiProblem 422 for a page or step that is none of ours */
function countable(
  { event, step, page, campaign }: BrowserEvent,
  dependencies: ApiDependencies,
): CountedEvent {
  const listed = listedPage(dependencies, page);
  if (listed === null) throw mistakes([at("page", "Send the path of a page in the sitemap.")]);
  if ((event === "step") !== (step !== undefined) || (step !== undefined && !formSteps.has(step)))
    throw mistakes([
      at("step", 'Send the id of a step of the form with "step", and none with other events.'),
    ]);
  return {
    event: step === undefined ? event : `step ${step}`,
    page: listed,
    campaign: countedCampaign(campaign),
  };
}

/** POST /api/events. */
export function countEvents(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const countSource = createSourceRate(eventsPerMinute, dependencies.now);
  app.openAPIRegistry.registerPath(route);
  app.post(route.path, async (context) => {
    if (askedNotTo(context)) return context.body(null, 204);
    if (!["text/plain", "application/json"].includes(mediaType(context)))
      throw new ApiProblem(
        415,
        "Unsupported Media Type",
        "Send application/json, or the same as text/plain.",
      );
    countSource(dependencies.sourceOf(context));
    await countQuietly(dependencies, countable(checked(await jsonBody(context)), dependencies));
    return context.body(null, 204);
  });
}
