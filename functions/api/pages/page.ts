import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiDependencies } from "#functions/api/dependencies.ts";

export interface Page {
  title: string;
  content: Child;
}

/** Returns the page inside the frame of the site. */
export function framed(shell: string, { title, content }: Page): string {
  const escapedTitle = String(html`${title}`);
  // Replacer functions: in a replacement string, `$&` typed by a visitor would mean something.
  return shell
    .replaceAll("{{title}}", () => escapedTitle)
    .replace("<!--page-->", () => String(raw(String(content))));
}

/** Answers with a page about one person: kept by no cache and telling its address to nobody. */
export function personalPage(
  context: Context,
  { shell, config }: ApiDependencies,
  page: Page,
  status: ContentfulStatusCode = 200,
): Response {
  context.header("Cache-Control", "no-store");
  context.header("Referrer-Policy", "no-referrer");
  context.header("X-Robots-Tag", "noindex");
  const title = `${page.title} – ${config.brand.shortName ?? config.brand.name}`;
  return context.html(framed(shell(), { ...page, title }), status);
}
