import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { variantOf } from "#functions/api/report-variant.ts";
import { recordAction } from "#functions/leads/record-action.ts";
import { reportOf } from "#functions/report.ts";
import { planCsv, planJson } from "#shared/report/exports/plan-export.ts";

const formats = [
  { file: "plan.csv", type: "text/csv; charset=utf-8", write: planCsv },
  { file: "plan.json", type: "application/json; charset=utf-8", write: planJson },
] as const;

/**
 * GET /r/:token/plan.csv and plan.json: findings and plan for a task tracker; ?variant=without-people as ever.
 * POST, from the button of the owner's report, is the same and counts as an act of the prospect's own.
 */
export function planExport(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  for (const { file, type, write } of formats)
    app.on(["GET", "POST"], `/r/:token/${file}`, async (context) => {
      const pressed = context.req.method === "POST";
      const link = await openLink(context, dependencies, pressed ? ["report"] : ["report", "sales", "share"]);
      if (pressed && (await recordAction(dependencies, link.assessment, "export")) !== null)
        dependencies.stepsOwed(link.assessment.id);
      const report = reportOf(
        link.assessment,
        dependencies.config,
        variantOf(link, context.req.query("variant")),
      );
      return context.body(write(report, link.assessment.createdAt.slice(0, 10)), 200, {
        "Content-Type": type,
        "Content-Disposition": `attachment; filename="digital-readiness-${file}"`,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex",
      });
    });
}
