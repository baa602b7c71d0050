/** @jsxImportSource hono/jsx */
import type { Context, Hono } from "hono";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import { filterOf, type ListQuery, listPath, parseListQuery } from "#functions/console/leads/list-query.ts";
import { type ListContent, ListView } from "#functions/console/leads/list-view.tsx";
import { type ListSeals, listSeals } from "#functions/console/leads/sealed-state.ts";
import { consolePage } from "#functions/console/pages/console-page.tsx";
import { addressKey } from "#functions/store/addresses.ts";
import { listUsers, readUser } from "#functions/store/console-users.ts";
import type { Reading } from "#functions/store/lead-keys.ts";
import { listLeads, matchesFilter } from "#functions/store/lead-list.ts";
import { type Found, findLeads } from "#functions/store/lead-search.ts";

const pageSize = 25;

/** So many months back leads may lie: as long as they are kept, and the month now running out. */
export function monthsKept({ config }: Pick<ConsoleDependencies, "config">): number {
  return config.privacy.retentionMonths + 2;
}

/** Returns the leads that a search finds, of those that the filters let through. */
export async function foundRows(
  { table, secrets }: ConsoleDependencies,
  query: ListQuery,
  search: string,
  me: string,
): Promise<Found> {
  const { rows, complete } = await findLeads(table, search, (email) => addressKey(secrets.address, email));
  const filter = filterOf(query, me);
  return { rows: rows.filter((row) => matchesFilter(row, filter)), complete };
}

type Listed = Pick<ListContent, "rows" | "search" | "complete" | "older" | "newer">;

async function listed(
  dependencies: ConsoleDependencies,
  query: ListQuery,
  { place }: ListSeals,
  me: string,
): Promise<Listed> {
  const { table, now } = dependencies;
  const reading = query.at === null ? null : await place.open(query.at);
  const options = { size: pageSize, now: now(), months: monthsKept(dependencies) };
  const page = await listLeads(table, filterOf(query, me), options, reading ?? undefined);
  const linkTo = async (to: Reading | null) =>
    to === null ? null : listPath({ ...query, at: await place.seal(to) });
  return {
    rows: page.rows,
    search: null,
    complete: true,
    older: await linkTo(page.older),
    newer: await linkTo(page.newer),
  };
}

/** GET /console/leads lists; POST /console/search keeps what was typed out of every address. */
export function leadList(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, now } = dependencies;
  const sealsOf = (context: Context<ConsoleEnvironment>) =>
    listSeals(dependencies, context.get("visitor").sessionHash);

  app.get("/console/leads", async (context) => {
    const visitor = context.get("visitor");
    const seals = sealsOf(context);
    const query = parseListQuery(context.req.query());
    const search = query.find === null ? null : await seals.search.open(query.find);
    const [content, people, user] = await Promise.all([
      search === null
        ? listed(dependencies, { ...query, find: null }, seals, visitor.person.id)
        : foundRows(dependencies, query, search, visitor.person.id).then((found) => ({
            ...found,
            search,
            older: null,
            newer: null,
          })),
      listUsers(table),
      readUser(table, visitor.person.id),
    ]);
    return consolePage(context, dependencies, {
      title: "Leads",
      place: "leads",
      content: (
        <ListView
          {...content}
          query={search === null ? { ...query, find: null } : query}
          people={people.map(({ person }) => person)}
          savedViews={user?.views ?? []}
          visitor={visitor}
          now={now()}
        />
      ),
    });
  });

  app.post("/console/search", async (context) => {
    const form = await context.req.parseBody();
    const typed = typeof form.text === "string" ? form.text.trim().slice(0, 200) : "";
    const query = { ...parseListQuery(form), at: null };
    const find = typed === "" ? null : await sealsOf(context).search.seal(typed);
    return context.redirect(listPath({ ...query, find }), 303);
  });
}
