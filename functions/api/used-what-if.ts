import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { recordAction } from "#functions/leads/record-action.ts";

/**
 * POST /r/:token/used-what-if: somebody changed a step in the what-if of their own page. Which one stays in the
 * browser. Only from a link that was given to the prospect: what sales or a colleague tries is not the prospect's act.
 */
export function usedWhatIf(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  app.post("/r/:token/used-what-if", async (context) => {
    const { assessment } = await openLink(context, dependencies, ["result", "report"]);
    const changed = await recordAction(dependencies, assessment, "what-if");
    if (changed !== null) {
      dependencies.log.info("what-if used", { assessment: assessment.id });
      dependencies.stepsOwed(assessment.id);
    }
    return context.body(null, 204, { "Cache-Control": "no-store" });
  });
}
