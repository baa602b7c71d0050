/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";

/**
 * Returns data for the page's own script. It is never executed, so the Content-Security-Policy lets it be;
 * "<" is escaped, so that no text in it can end the element.
 * @param name the script finds it by data-page-data
 */
export function PageData({ name, data }: { name: string; data: unknown }) {
  return (
    <script type="application/json" data-page-data={name}>
      {raw(JSON.stringify(data).replaceAll("<", "\\u003c"))}
    </script>
  );
}
