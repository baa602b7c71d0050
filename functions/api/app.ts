import type { OpenAPIHono } from "@hono/zod-openapi";
import { createAppOf } from "#functions/api/app-frame.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { documentRoutes } from "#functions/api/document-routes.ts";
import { firstRoutes } from "#functions/api/first-routes.ts";
import { formRoutes } from "#functions/api/form-routes.ts";
import { pageRoutes } from "#functions/api/page-routes.ts";

/** Returns the app: the API and the private pages. The static site is served by whoever mounts it. */
export function createApp(dependencies: ApiDependencies): OpenAPIHono<AppEnvironment> {
  return createAppOf(dependencies, [...firstRoutes, ...formRoutes, ...pageRoutes, ...documentRoutes]);
}
