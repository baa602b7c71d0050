/** @jsxImportSource hono/jsx */
import type { Hono } from "hono";
import { z } from "zod";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import {
  type FunnelFilter,
  funnelReport,
  lastDays,
  type Period,
  periods,
} from "#functions/console/funnel/funnel-report.ts";
import { FunnelView } from "#functions/console/funnel/funnel-view.tsx";
import { consolePage } from "#functions/console/pages/console-page.tsx";

const querySchema = z.object({
  days: z.coerce
    .number()
    .transform((days): Period => periods.find((period) => period === days) ?? 30)
    .catch(30),
  page: z.string().max(80).nullable().catch(null),
  campaign: z.string().max(80).nullable().catch(null),
});

/** GET /console/funnel: what each page and campaign brings, from view to won. */
export function funnel(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, now } = dependencies;
  app.get("/console/funnel", async (context) => {
    const { days, page, campaign } = querySchema.parse({
      page: null,
      campaign: null,
      ...context.req.query(),
    });
    const filter: FunnelFilter = { page: page || null, campaign: campaign || null };
    const report = await funnelReport(table, lastDays(now(), days), filter, now());
    return consolePage(context, dependencies, {
      title: "Funnel",
      place: "funnel",
      content: <FunnelView report={report} days={days} filter={filter} />,
    });
  });
}
