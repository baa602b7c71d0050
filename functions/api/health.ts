import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { readAssessment } from "#functions/store/assessments.ts";

const healthSchema = z.object({ status: z.literal("ok") });

const route = createRoute({
  method: "get",
  path: "/api/health",
  summary: "Answer a monitor",
  responses: {
    200: { description: "The table answers", content: { "application/json": { schema: healthSchema } } },
    503: { description: "The table does not answer" },
  },
});

/** GET /api/health: 200 when a submission could be stored now. */
export function health(app: OpenAPIHono<AppEnvironment>, { table }: ApiDependencies): void {
  app.openAPIRegistry.registerPath(route);
  app.get(route.path, async (context) => {
    await readAssessment(table, "health");
    context.header("Cache-Control", "no-store");
    return context.json({ status: "ok" as const });
  });
}
