import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";

/** GET /api/openapi.json, generated from the schemas that check requests. */
export function openApiDocument(
  app: OpenAPIHono<AppEnvironment>,
  { config, siteUrl }: ApiDependencies,
): void {
  app.get("/api/openapi.json", (context) =>
    context.json(
      app.getOpenAPI31Document({
        openapi: "3.1.0",
        info: { title: `${config.brand.name}: readiness assessment`, version: "1.0.0" },
        servers: [{ url: siteUrl }],
      }),
    ),
  );
}
