/** @jsxImportSource hono/jsx */
import type { ListQuery } from "#functions/console/leads/list-query.ts";

/** The query as hidden fields, so that another form keeps it. */
export function FilterFields({ query }: { query: Partial<ListQuery> }) {
  return (
    <>
      {Object.entries(query)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value ?? ""} />
        ))}
    </>
  );
}
