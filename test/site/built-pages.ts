import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The built site: SITE_DIST, or where the build puts it. */
export const siteDist = process.env.SITE_DIST ?? fileURLToPath(new URL("../../site/dist", import.meta.url));

export interface BuiltPage {
  /** As a visitor types it: "/method". */
  path: string;
  html: string;
}

function pagePath(file: string): string {
  const path = `/${file.replace(/(^|\/)index\.html$/, "").replace(/\.html$/, "")}`;
  return path === "/" ? path : path.replace(/\/$/, "");
}

/**
 * Returns every page of the built site.
 * @throws Error when the site was not built
 */
export function builtPages(): BuiltPage[] {
  if (!existsSync(join(siteDist, "index.html")))
    throw new Error(
      `No site in ${relative(process.cwd(), siteDist)}: run "npx astro build --root site" first.`,
    );
  return readdirSync(siteDist, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .sort()
    .map((file) => ({ path: pagePath(file), html: readFileSync(join(siteDist, file), "utf8") }));
}

/** Returns the values of an attribute on elements of one name, or of any name. */
export function attributeValues(html: string, element: string, attribute: string): string[] {
  const pattern = new RegExp(`<${element}\\b[^>]*?\\s${attribute}="([^"]*)"`, "g");
  return [...html.matchAll(pattern)].map(([, value]) => (value ?? "").replaceAll("&amp;", "&"));
}
