import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { openLink, unknownLink } from "#functions/api/opened-link.ts";
import { opensPdf } from "#functions/api/opens-pdf.ts";
import { reportBehind, variantOf } from "#functions/api/report-variant.ts";
import { createSourceRate } from "#functions/api/source-rate.ts";
import { renderReport } from "#functions/pdf/render-report.tsx";

/** Each takes a second of work; a reader opens a few. */
export const pdfsPerMinute = 20;

/** GET /r/:token/report.pdf; ?variant=without-people leaves out how the work is carried. */
export function reportPdf(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const countSource = createSourceRate(pdfsPerMinute, dependencies.now);
  app.get("/r/:token/report.pdf", async (context) => {
    countSource(dependencies.sourceOf(context));
    const link = await openLink(context, dependencies, ["result", "report", "sales", "share"]);
    const variant = variantOf(link, context.req.query("variant"));
    if (!opensPdf(link)) throw unknownLink();
    const report = await reportBehind(link, variant, dependencies);
    const { bytes } = await renderReport(report, dependencies.config);
    return context.body(Uint8Array.from(bytes), 200, {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'inline; filename="digital-readiness-report.pdf"',
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Robots-Tag": "noindex",
    });
  });
}
