/** @jsxImportSource hono/jsx */
import type { Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import {
  findLead,
  type LeadContent,
  leadContent,
  missingLead,
} from "#functions/console/leads/lead-content.ts";
import { LeadView } from "#functions/console/leads/lead-view.tsx";
import { consolePage } from "#functions/console/pages/console-page.tsx";

/**
 * Answers with the page of a lead.
 * @throws ConsoleProblem 404, or 410 for a lead that was erased
 */
export async function showLead(
  context: Context<ConsoleEnvironment>,
  dependencies: ConsoleDependencies,
  said: Partial<Pick<LeadContent, "done" | "unsaved">> = {},
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const id = context.req.param("id") ?? "";
  const row = await findLead(dependencies, id);
  if (row === null) throw await missingLead(dependencies, id);
  const content = await leadContent(dependencies, row, context.get("visitor"), said);
  const title = row.assessment.contact.organisation;
  return consolePage(
    context,
    dependencies,
    { title, place: "leads", content: <LeadView {...content} /> },
    status,
  );
}

/** GET /console/leads/:id. */
export function leadPage(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  app.get("/console/leads/:id", (context) =>
    showLead(context, dependencies, { done: context.req.query("done") ?? null }),
  );
}
