import { getCollection } from "astro:content";
import { allChecklistPages } from "../content/checklist-pages.ts";
import * as pages from "../content/pages.ts";

/** What a share image says. */
export interface ShareCard {
  heading: string;
  line: string;
}

/** The page of the form keeps its texts with the form. */
const assessment = {
  path: "/assessment",
  heading: "Digital readiness assessment",
  line: "Two scores from your own answers. The result first; an address only if you want the report.",
};

/** Returns the name of a page's share image: "home" for "/", "method" for "/method". */
export function shareName(path: string): string {
  return path === "/" ? "home" : path.slice(1).replaceAll("/", "-");
}

/** Returns every page that can be shared, by the name of its image. */
export async function shareCards(): Promise<Map<string, ShareCard>> {
  const landing = await getCollection("landing");
  const all = [
    ...Object.values(pages),
    ...allChecklistPages,
    assessment,
    ...landing.map(({ id, data }) => ({ path: `/${id}`, heading: data.headline, line: data.line })),
  ];
  return new Map(all.map(({ path, heading, line }) => [shareName(path), { heading, line }]));
}
