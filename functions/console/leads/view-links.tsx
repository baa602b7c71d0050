/** @jsxImportSource hono/jsx */
import {
  builtInViews,
  type ListQuery,
  listPath,
  listQueryText,
} from "#functions/console/leads/list-query.ts";
import type { SavedView } from "#functions/store/console-users.ts";

/** Lists at one press: those everybody has, then those a user saved. */
export function ViewLinks({ query, savedViews }: { query: ListQuery; savedViews: readonly SavedView[] }) {
  const here = listQueryText({ ...query, at: null });
  const views = [
    ...builtInViews.map((view) => ({ name: view.name, text: listQueryText(view.query) })),
    ...savedViews.map((view) => ({ name: view.name, text: view.query })),
  ];
  return (
    <nav aria-label="Views">
      <ul class="plain console-views">
        {views.map(({ name, text }) => (
          <li key={name}>
            <a
              href={text === "" ? listPath({}) : `/console/leads?${text}`}
              aria-current={text === here ? "page" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
