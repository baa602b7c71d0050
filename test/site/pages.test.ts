import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { config } from "../../site/src/brand/brand-config.ts";
import { attributeValues, builtPages, siteDist } from "./built-pages.ts";

const pages = builtPages();
const frame = "/shell";
const contentPages = pages.filter(({ path }) => path !== frame);
const first = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? "";
const titleOf = (html: string) => first(html, /<title>([^<]*)<\/title>/);
const descriptionOf = (html: string) => first(html, /<meta name="description" content="([^"]*)"/);

function duplicates(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at);
}

function fileAt(path: string): string | null {
  const file = join(siteDist, decodeURIComponent(path));
  if (existsSync(file) && statSync(file).isFile()) return file;
  return [join(file, "index.html"), `${file}.html`].find((candidate) => existsSync(candidate)) ?? null;
}

/** A hash such as "#B2=1" carries an answer and names no place. */
function brokenLink(from: string, href: string): string | null {
  const url = new URL(href, `https://site.example${from}`);
  if (url.pathname.startsWith("/api/") || url.pathname.startsWith("/r/")) return null;
  const file = fileAt(url.pathname);
  if (file === null) return `${from} links to ${href}: no such page`;
  const anchor = url.hash.slice(1);
  if (anchor === "" || anchor.includes("=") || !file.endsWith(".html")) return null;
  return readFileSync(file, "utf8").includes(` id="${anchor}"`)
    ? null
    : `${from} links to ${href}: no such place`;
}

describe("every page", () => {
  it("has a title and a description of its own, short enough to be shown whole", () => {
    expect(duplicates(contentPages.map(({ html }) => titleOf(html)))).toEqual([]);
    expect(duplicates(contentPages.map(({ html }) => descriptionOf(html)))).toEqual([]);
    for (const { path, html } of contentPages) {
      expect(descriptionOf(html).length, path).toBeGreaterThan(50);
      expect(descriptionOf(html).length, path).toBeLessThanOrEqual(160);
    }
  });

  it.each(contentPages)("$path has one first heading and skips no level", ({ html }) => {
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  it.each(pages)("$path holds no inline script, style or handler", ({ html }) => {
    expect(html).not.toMatch(/<style\b/);
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+="/);
    for (const [, attributes, body] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g))
      expect(`${attributes?.includes("application/") ? "" : body}`).toBe("");
  });

  it.each(pages)("$path loads nothing from another origin", ({ html }) => {
    const loaded = [
      ...attributeValues(html, "(?:script|img|iframe|source|video|audio|embed)", "src"),
      ...[...html.matchAll(/<link\b[^>]*>/g)]
        .filter(([tag]) => !tag.includes('rel="canonical"'))
        .flatMap(([tag]) => attributeValues(tag, "link", "href")),
    ];
    expect(loaded.filter((url) => !/^\/(?!\/)/.test(url))).toEqual([]);
  });

  it("links only to pages and places that exist", () => {
    const broken = contentPages.flatMap(({ path, html }) =>
      attributeValues(html, "a", "href")
        .filter((href) => href.startsWith("/") || href.startsWith("#"))
        .flatMap((href) => brokenLink(path, href) ?? []),
    );
    expect(broken).toEqual([]);
  });

  it.each(contentPages)("$path uses every element id once", ({ html }) => {
    expect(duplicates(attributeValues(html, "\\w+", "id"))).toEqual([]);
  });

  it("names its own address as the canonical one", () => {
    for (const { path, html } of contentPages.filter((page) => page.path !== "/404"))
      expect(attributeValues(html, "link", "href"), path).toContain(
        path === "/" ? `${config.brand.siteUrl}/` : `${config.brand.siteUrl}${path}`,
      );
  });

  it("prints the footer that mail and law ask for", () => {
    for (const { path, html } of contentPages) {
      expect(html, path).toContain(config.brand.postalAddress);
      expect(attributeValues(html, "a", "href"), path).toEqual(
        expect.arrayContaining(["/privacy", "/accessibility"]),
      );
    }
  });

  it("claims nothing that only an authority can grant", () => {
    for (const { path, html } of contentPages) expect(html, path).not.toMatch(/\b(certified|guaranteed)\b/i);
  });
});

describe("the frame for rendered pages", () => {
  const html = pages.find(({ path }) => path === frame)?.html ?? "";

  it("has one place for the title and one for the page", () => {
    expect(titleOf(html)).toBe("{{title}}");
    expect(html.split("<!--page-->")).toHaveLength(2);
    expect(first(html, /<main\b[^>]*>([\s\S]*?)<\/main>/).trim()).toBe("<!--page-->");
  });

  it("is kept out of search engines", () => {
    expect(html).toContain('<meta name="robots" content="noindex">');
  });
});

describe("sitemap and robots", () => {
  const sitemap = readFileSync(join(siteDist, "sitemap.xml"), "utf8");
  const robots = readFileSync(join(siteDist, "robots.txt"), "utf8");

  it("lists every page a search engine may show, and no other", () => {
    const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      ([, url]) => new URL(url ?? "").pathname,
    );
    const wanted = pages.filter(({ html }) => !html.includes('content="noindex"')).map(({ path }) => path);
    expect(listed.sort()).toEqual(wanted.sort());
  });

  it("points robots to the sitemap and away from private results", () => {
    expect(robots).toContain(`Sitemap: ${config.brand.siteUrl}/sitemap.xml`);
    expect(robots).toContain("Disallow: /r/");
  });
});
