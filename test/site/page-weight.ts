import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { transferred } from "../e2e/as-delivered.ts";
import { attributeValues, type BuiltPage, siteDist } from "./built-pages.ts";

/** Bytes of a first view as transferred, compressed as CloudFront does. */
export interface PageWeight {
  html: number;
  css: number;
  js: number;
  fonts: number;
  /** Those loaded at once; pictures further down are loaded when they come near. */
  images: number;
  total: number;
  requests: number;
}

const types: Record<string, string> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

function bytesOf(body: Uint8Array, extension: string): number {
  return transferred(body, types[extension] ?? "application/octet-stream", "br")[0].length;
}

const fileBytes = (url: string) => bytesOf(readFileSync(join(siteDist, url)), extname(url));

/** Returns a script with all it imports before it runs; what it imports later is not part of a first view. */
export function withImports(url: string, seen = new Set<string>()): Set<string> {
  if (seen.has(url)) return seen;
  seen.add(url);
  const code = readFileSync(join(siteDist, url), "utf8");
  for (const [, file] of code.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g))
    withImports(`/_astro/${file}`, seen);
  return seen;
}

/** Returns what a first visit to a page transfers, its favicon apart. */
export function pageWeight({ html }: BuiltPage): PageWeight {
  const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([tag]) => tag);
  const hrefs = (kind: string) =>
    links.filter((tag) => tag.includes(kind)).flatMap((tag) => attributeValues(tag, "link", "href"));
  const scripts = new Set(attributeValues(html, "script", "src").flatMap((url) => [...withImports(url)]));
  const pictures = [...html.matchAll(/<img\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('loading="lazy"'))
    .flatMap((tag) => attributeValues(tag, "img", "src"));
  const groups = {
    css: [...new Set(hrefs('rel="stylesheet"'))],
    js: [...scripts],
    fonts: hrefs('as="font"'),
    images: pictures,
  };
  const sum = (urls: readonly string[]) => urls.reduce((bytes, url) => bytes + fileBytes(url), 0);
  const parts = {
    html: bytesOf(Buffer.from(html), ".html"),
    css: sum(groups.css),
    js: sum(groups.js),
    fonts: sum(groups.fonts),
    images: sum(groups.images),
  };
  return {
    ...parts,
    total: Object.values(parts).reduce((total, bytes) => total + bytes, 0),
    requests: 1 + Object.values(groups).reduce((count, urls) => count + urls.length, 0),
  };
}
