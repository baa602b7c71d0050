import { type CollectionEntry, getCollection } from "astro:content";

export interface LandingLink {
  path: string;
  menu: string;
  headline: string;
  line: string;
}

type Entry = CollectionEntry<"landing">;

/** Returns the landing pages that menus list, in the order of their names; campaign pages have none. */
export async function landingPages(): Promise<LandingLink[]> {
  const entries: Entry[] = await getCollection("landing");
  return entries
    .flatMap(({ id, data: { menu, headline, line } }) =>
      menu === undefined ? [] : [{ path: `/${id}`, menu, headline, line }],
    )
    .sort((one, other) => one.menu.localeCompare(other.menu, "en"));
}
