import { getCollection } from "astro:content";
import { config } from "../brand/brand-config.ts";
import { allChecklistPages } from "../content/checklist-pages.ts";

/** Pages that are never listed: the frame, the error page, and pages of one visitor. */
const unlisted = ["/404", "/shell"];

function pagePaths(): string[] {
  return Object.keys(import.meta.glob("./*.astro"))
    .map((file) => file.replace(/^\.(.*)\.astro$/, "$1").replace(/^\/index$/, "/"))
    .filter((path) => !path.includes("[") && !unlisted.includes(path));
}

/** Returns every page a search engine may list: the files of this folder, the checklists and the landing pages. */
export async function GET(): Promise<Response> {
  const landing = await getCollection("landing");
  const paths = [
    ...pagePaths(),
    ...allChecklistPages.map(({ path }) => path),
    ...landing.map(({ id }) => `/${id}`),
  ].sort();
  const urls = paths.map((path) => `<url><loc>${config.brand.siteUrl}${path}</loc></url>`).join("");
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>\n`;
  return new Response(xml, { headers: { "content-type": "application/xml" } });
}
