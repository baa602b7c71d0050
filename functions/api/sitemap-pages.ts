/** Returns the pages of a sitemap as paths. */
export function pagesInSitemap(xml: string): ReadonlySet<string> {
  return new Set(
    [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => new URL(address).pathname),
  );
}
