import { config } from "../brand/brand-config.ts";

/** Everything may be read but the frame and private results. */
export function GET(): Response {
  const lines = [
    "User-agent: *",
    "Disallow: /shell",
    "Disallow: /r/",
    "Disallow: /api/",
    "",
    `Sitemap: ${config.brand.siteUrl}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
