import type { Hono } from "hono";
import { z } from "zod";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import { listQueryText, parseListQuery } from "#functions/console/leads/list-query.ts";
import { keepViews, readUser } from "#functions/store/console-users.ts";

export const mostViews = 20;

const nameForm = z.object({ name: z.string().trim().min(1).max(40) });

/** POST /console/views keeps the filters of a list under a name; POST /console/views/remove forgets one. */
export function savedViews(app: Hono<ConsoleEnvironment>, { table }: ConsoleDependencies): void {
  app.post("/console/views", async (context) => {
    const { person } = context.get("visitor");
    const form = await context.req.parseBody();
    // Never the search: a name or an address would stay behind when its lead is erased.
    const query = listQueryText({ ...parseListQuery(form), find: null, at: null });
    const named = nameForm.safeParse(form);
    const views = (await readUser(table, person.id))?.views ?? [];
    if (named.success && views.length < mostViews) {
      const others = views.filter((view) => view.query !== query);
      const view = { id: crypto.randomUUID(), name: named.data.name, query };
      await keepViews(table, person.id, [...others, view]);
    }
    return context.redirect(query === "" ? "/console/leads" : `/console/leads?${query}`, 303);
  });

  app.post("/console/views/remove", async (context) => {
    const { person } = context.get("visitor");
    const { id } = await context.req.parseBody();
    const views = (await readUser(table, person.id))?.views ?? [];
    await keepViews(
      table,
      person.id,
      views.filter((view) => view.id !== id),
    );
    return context.redirect("/console/leads", 303);
  });
}
