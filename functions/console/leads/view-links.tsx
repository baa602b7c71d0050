/** @jsxImportSource hono/jsx */
import { FilterFields } from "#functions/console/leads/filter-fields.tsx";
import { builtInViews, type ListQuery, listQueryText } from "#functions/console/leads/list-query.ts";
import { mostViews } from "#functions/console/leads/saved-views.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import type { SavedView } from "#functions/store/console-users.ts";

interface ViewLinksProps {
  query: ListQuery;
  savedViews: readonly SavedView[];
  token: string;
}

function SaveForm({ query, token }: Pick<ViewLinksProps, "query" | "token">) {
  return (
    <details class="console-save">
      <summary>Save this view</summary>
      <PostForm action="/console/views" token={token} class="console-row">
        <FilterFields query={{ ...query, find: null, at: null }} />
        <input name="name" aria-label="Name of the view" maxlength={40} required autocomplete="off" />
        <button type="submit" class="button secondary small-button">
          Save
        </button>
      </PostForm>
    </details>
  );
}

function RemoveForm({ view, token }: { view: SavedView; token: string }) {
  return (
    <PostForm action="/console/views/remove" token={token}>
      <button type="submit" class="link-button" name="id" value={view.id}>
        Remove the view “{view.name}”
      </button>
    </PostForm>
  );
}

/** Lists at one press: those everybody has, then those a user saved. */
export function ViewLinks({ query, savedViews, token }: ViewLinksProps) {
  const here = listQueryText({ ...query, find: null, at: null });
  const builtIn = builtInViews.map((view) => ({ name: view.name, text: listQueryText(view.query) }));
  const saved = savedViews.map((view) => ({ name: view.name, text: view.query }));
  const views = [...builtIn, ...saved];
  const current = savedViews.find((view) => view.query === here);
  const known = views.some(({ text }) => text === here);
  return (
    <div class="console-viewbar">
      <nav aria-label="Views">
        <ul class="plain console-views">
          {views.map(({ name, text }) => (
            <li key={text}>
              <a
                href={text === "" ? "/console/leads" : `/console/leads?${text}`}
                aria-current={text === here && query.find === null ? "page" : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {known || savedViews.length >= mostViews ? null : <SaveForm query={query} token={token} />}
      {current === undefined ? null : <RemoveForm view={current} token={token} />}
    </div>
  );
}
