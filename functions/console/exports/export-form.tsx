/** @jsxImportSource hono/jsx */
import { FilterFields } from "#functions/console/leads/filter-fields.tsx";
import type { ListQuery } from "#functions/console/leads/list-query.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";

/** Exports exactly the leads of the list above, all pages of it. */
export function ExportForm({ query, token }: { query: ListQuery; token: string }) {
  return (
    <PostForm action="/console/export" token={token} class="console-buttons console-export">
      <FilterFields query={{ ...query, at: null }} />
      <p>Export all leads of this list:</p>
      <button type="submit" class="button secondary small-button" name="format" value="csv">
        CSV
      </button>
      <button type="submit" class="button secondary small-button" name="format" value="json">
        JSON
      </button>
      <p class="console-under">It is recorded who exported what.</p>
    </PostForm>
  );
}
