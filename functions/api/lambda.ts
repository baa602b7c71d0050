/**
 * Lambda entry of the API, behind an HTTP API. Only what a visitor asks for first is loaded when the function starts;
 * the rest are chunks of the bundle, each loaded when first needed: parsing is most of a cold start.
 */
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { createAppOf, type Route } from "#functions/api/app-frame.ts";
import { firstRoutes } from "#functions/api/first-routes.ts";
import { lambdaDependencies } from "#functions/api/lambda-dependencies.ts";

const dependencies = lambdaDependencies();
const answerWith = (routes: readonly Route[]) => handle(createAppOf(dependencies, routes));
const first = answerWith(firstRoutes);

type Handler = typeof first;

/** Returns what loads a handler when first called, and gives the same one from then on. */
function once(load: () => Promise<Handler>): () => Promise<Handler> {
  let loading: Promise<Handler> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}

const form = once(async () => answerWith((await import("#functions/api/form-routes.ts")).formRoutes));
const pages = once(async () => answerWith((await import("#functions/api/page-routes.ts")).pageRoutes));

export const handler = async (event: LambdaEvent, context?: LambdaContext) => {
  const path = "rawPath" in event ? event.rawPath : "";
  if (path === "/api/challenge") return first(event, context);
  const answer = await (path.startsWith("/r/") ? pages() : form());
  return answer(event, context);
};
