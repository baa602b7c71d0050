/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Page } from "#functions/api/pages/page.ts";

/** Returns a page that says one thing, with what can be done next below it. */
export function messagePage(title: string, paragraphs: readonly string[], next: Child = null): Page {
  return {
    title,
    content: (
      <div class="wrap prose message">
        <h1>{title}</h1>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {next}
      </div>
    ),
  };
}

/** Returns a button that posts to an address: a link could be followed by a mail scanner. */
export function PostButton({ action, label, quiet }: { action: string; label: string; quiet?: boolean }) {
  return (
    <form method="post" action={action}>
      <button type="submit" class={quiet ? "button secondary" : "button"}>
        {label}
      </button>
    </form>
  );
}
