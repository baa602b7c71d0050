/** @jsxImportSource hono/jsx */
import { FilterFields } from "#functions/console/leads/filter-fields.tsx";
import type { ListQuery } from "#functions/console/leads/list-query.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";

interface SearchFormProps {
  query: ListQuery;
  search: string | null;
  token: string;
}

/** Posts what is looked for: a name or an address must not stand in an address bar, a history or a log. */
export function SearchForm({ query, search, token }: SearchFormProps) {
  return (
    <PostForm action="/console/search" token={token} class="console-search">
      <FilterFields query={{ ...query, find: null, at: null }} />
      <label for="text">Organization, name or address</label>
      <div class="console-row">
        <input
          id="text"
          name="text"
          type="search"
          value={search ?? ""}
          maxlength={200}
          autocomplete="off"
          spellcheck={false}
          aria-keyshortcuts="/"
          data-search
        />
        <button type="submit" class="button small-button">
          Search
        </button>
      </div>
    </PostForm>
  );
}
