import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnvironment } from "#functions/api/dependencies.ts";
import { leadEventJsonSchema } from "#shared/webhooks/lead-event.ts";

/** GET /api/webhooks/schema: the JSON Schema of every webhook body, generated from the schema that makes them. */
export function webhookSchema(app: OpenAPIHono<AppEnvironment>): void {
  app.get("/api/webhooks/schema", (context) =>
    context.body(JSON.stringify(leadEventJsonSchema()), 200, { "Content-Type": "application/schema+json" }),
  );
}
