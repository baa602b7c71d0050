/** @jsxImportSource hono/jsx */
import type { Visitor } from "#functions/console/dependencies.ts";
import { ExportForm } from "#functions/console/exports/export-form.tsx";
import { FilterForm } from "#functions/console/leads/filter-form.tsx";
import { LeadTable } from "#functions/console/leads/lead-table.tsx";
import { type ListQuery, listPath } from "#functions/console/leads/list-query.ts";
import { SearchForm } from "#functions/console/leads/search-form.tsx";
import { ViewLinks } from "#functions/console/leads/view-links.tsx";
import type { SavedView } from "#functions/store/console-users.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import type { Person } from "#functions/store/sales-record.ts";

export interface ListContent {
  rows: readonly LeadRow[];
  /** What was typed, or null for a list without a search. */
  search: string | null;
  /** False when a search found more than it looked at. */
  complete: boolean;
  /** Addresses of the pages beside this one. */
  older: string | null;
  newer: string | null;
  query: ListQuery;
  people: readonly Person[];
  savedViews: readonly SavedView[];
  visitor: Visitor;
  now: Date;
}

function Paging({ older, newer, query }: Pick<ListContent, "older" | "newer" | "query">) {
  if (older === null && newer === null) return null;
  return (
    <nav class="console-paging" aria-label="Pages of the list">
      {newer === null ? null : <a href={newer}>Newer</a>}
      {query.at === null ? null : <a href={listPath({ ...query, at: null })}>Newest</a>}
      {older === null ? null : (
        <a href={older} rel="next">
          Older
        </a>
      )}
    </nav>
  );
}

function Nothing({ search, query }: Pick<ListContent, "search" | "query">) {
  const filtered = Object.entries(query).some(([name, value]) => value !== null && name !== "at");
  if (!filtered) return <p>No lead has come in yet. The first one appears here within a second.</p>;
  return (
    <p>
      {search === null
        ? "No lead is like that."
        : "No lead has these words at the start of a word of its organization, name or address."}{" "}
      <a href="/console/leads">Show all leads</a>
    </p>
  );
}

/** The list of leads with everything to narrow it. */
export function ListView(content: ListContent) {
  const { rows, search, complete, query, visitor, people, savedViews, now } = content;
  return (
    <>
      <h1>Leads</h1>
      <ViewLinks query={query} savedViews={savedViews} token={visitor.formToken} />
      <div class="console-narrow">
        <SearchForm query={query} search={search} token={visitor.formToken} />
        <FilterForm query={query} people={people} me={visitor.person} />
      </div>
      {search === null ? null : (
        <p role="status">
          {rows.length} {rows.length === 1 ? "lead" : "leads"} for “{search}”.{" "}
          {complete ? "" : "There are more: add a word. "}
          <a href={listPath({ ...query, find: null })}>End the search</a>
        </p>
      )}
      {rows.length === 0 ? <Nothing search={search} query={query} /> : <LeadTable rows={rows} now={now} />}
      <Paging {...content} />
      {rows.length === 0 ? null : <ExportForm query={query} token={visitor.formToken} />}
    </>
  );
}
