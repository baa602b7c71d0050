/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { assetPath } from "#functions/console/assets.ts";
import type { ConsoleDependencies, ConsoleEnvironment, Visitor } from "#functions/console/dependencies.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";

export interface ConsolePage {
  title: string;
  content: Child;
  /** The place in the navigation that this page belongs to. */
  place?: Place | undefined;
}

const places = [
  { id: "today", href: "/console", text: "Today", adminOnly: false },
  { id: "leads", href: "/console/leads", text: "Leads", adminOnly: false },
  { id: "funnel", href: "/console/funnel", text: "Funnel", adminOnly: false },
  { id: "trouble", href: "/console/trouble", text: "Trouble", adminOnly: false },
  { id: "record", href: "/console/record", text: "Record", adminOnly: true },
] as const;
export type Place = (typeof places)[number]["id"];

/** Returns what the console shares with the site's head: character set, style sheet, fonts, icon. */
function sharedHead(shell: string): string {
  const head = /<head>([\s\S]*?)<\/head>/.exec(shell)?.[1] ?? "";
  return head.replace(/<title>[\s\S]*?<\/title>|<meta name="description"[^>]*>/g, "");
}

function Navigation({ place, role }: { place: Place | undefined; role: Visitor["role"] }) {
  return (
    <nav aria-label="Console">
      <ul class="plain console-nav">
        {places
          .filter(({ adminOnly }) => !adminOnly || role === "admin")
          .map(({ id, href, text }) => (
            <li key={id}>
              <a href={href} aria-current={id === place ? "page" : undefined}>
                {text}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function SignedIn({ visitor }: { visitor: Visitor }) {
  return (
    <div class="console-who">
      <span>
        {visitor.person.name} <span class="muted">({visitor.role})</span>
      </span>
      <PostForm action="/console/sign-out" token={visitor.formToken}>
        <button type="submit" class="link-button">
          Sign out
        </button>
      </PostForm>
    </div>
  );
}

function Header({ config, visitor, place }: HeaderProps) {
  const { logoPath, shortName, name } = config.brand;
  return (
    <header class="console-header">
      <div class="console-wrap console-bar">
        <a class="console-home" href="/console">
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path class="accent-line" d={logoPath} stroke-width="1.6" stroke-linejoin="round" />
          </svg>
          <span>{shortName ?? name} console</span>
        </a>
        {visitor === null ? null : <Navigation place={place} role={visitor.role} />}
        {visitor === null ? null : <SignedIn visitor={visitor} />}
      </div>
    </header>
  );
}

interface HeaderProps extends Pick<ConsoleDependencies, "config"> {
  visitor: Visitor | null;
  place: Place | undefined;
}

function Keys({ visitor }: { visitor: Visitor }) {
  const { shortcuts, formToken } = visitor;
  return (
    <footer class="console-wrap console-footer">
      <p>
        {shortcuts ? (
          <>
            Keys: <kbd>/</kbd> search, <kbd>j</kbd> and <kbd>k</kbd> next and previous lead of a list.
          </>
        ) : (
          "Keys are off."
        )}
      </p>
      <PostForm action="/console/shortcuts" token={formToken}>
        <button type="submit" class="link-button" name="shortcuts" value={shortcuts ? "off" : "on"}>
          {shortcuts ? "Turn keys off" : "Turn keys on"}
        </button>
      </PostForm>
    </footer>
  );
}

/** Answers with a page of the console: kept by no cache, telling its address to nobody. */
export function consolePage(
  context: Context<ConsoleEnvironment>,
  { shell, config }: ConsoleDependencies,
  { title, content, place }: ConsolePage,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  const visitor = context.get("visitor") ?? null;
  const document = (
    <html lang="en-US">
      <head>
        {raw(sharedHead(shell()))}
        <title>{`${title} – ${config.brand.shortName ?? config.brand.name} console`}</title>
        <link rel="stylesheet" href={assetPath("console.css")} />
        <script type="module" src={assetPath("console.js")} />
      </head>
      <body class="console" data-shortcuts={visitor?.shortcuts ? "on" : undefined}>
        <a class="skip-link button" href="#main">
          Skip to main content
        </a>
        <Header config={config} visitor={visitor} place={place} />
        <main id="main" tabindex={-1} class="console-wrap">
          {content}
        </main>
        {visitor === null ? null : <Keys visitor={visitor} />}
      </body>
    </html>
  );
  return context.html(html`<!doctype html>${document}`, status);
}
