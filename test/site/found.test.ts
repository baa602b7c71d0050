import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { config } from "../../site/src/brand/brand-config.ts";
import { structuredData } from "../../site/src/content/structured-data.ts";
import { attributeValues, type BuiltPage, builtPages, siteDist } from "./built-pages.ts";

const found = builtPages().filter(({ html }) => !html.includes('content="noindex"'));
const { siteUrl } = config.brand;

function meta({ html }: BuiltPage, name: string): string | undefined {
  const tag = [...html.matchAll(/<meta\b[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`"${name}"`));
  return tag && attributeValues(tag, "meta", "content")[0];
}

interface Node {
  "@type": string | string[];
  [name: string]: unknown;
}

function graphOf({ html }: BuiltPage): Node[] {
  const [, json = "{}"] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  return (JSON.parse(json) as { "@graph": Node[] })["@graph"];
}

const nodeOf = (graph: readonly Node[], type: string) =>
  graph.find((node) => [node["@type"]].flat().includes(type));

describe("a page that search engines may show", () => {
  it("has a share image of its own, made for it", async () => {
    const images = found.map((page) => meta(page, "og:image") ?? "");
    expect(new Set(images).size).toBe(found.length);
    for (const image of images) {
      expect(image.startsWith(`${siteUrl}/share/`)).toBe(true);
      const file = join(siteDist, image.slice(siteUrl.length));
      expect(existsSync(file), image).toBe(true);
      expect(await sharp(file).metadata(), image).toMatchObject({ format: "png", width: 1200, height: 630 });
      expect(readFileSync(file).length, image).toBeLessThan(100_000);
    }
  });

  it.each(found)("$path says the same of itself wherever it is shown", (page) => {
    const title = /<title>([^<]*)<\/title>/.exec(page.html)?.[1] ?? "";
    expect(title.startsWith(`${meta(page, "og:title")} | `)).toBe(true);
    expect(meta(page, "og:description")).toBe(meta(page, "description"));
    expect(meta(page, "twitter:card")).toBe("summary_large_image");
    expect(meta(page, "og:image:alt")).toBeTruthy();
    expect(page.html).toContain(`<link rel="canonical" href="${meta(page, "og:url")}">`);
  });

  it.each(found)("$path describes itself, its site and its place in JSON-LD", (page) => {
    const graph = graphOf(page);
    const address = meta(page, "og:url");
    expect(nodeOf(graph, "Organization")).toMatchObject({ name: config.brand.name });
    expect(nodeOf(graph, "WebSite")).toMatchObject({ publisher: { "@id": `${siteUrl}/#organization` } });
    expect(nodeOf(graph, "WebPage")).toMatchObject({ url: address, description: expect.any(String) });
    const trail = nodeOf(graph, "BreadcrumbList")?.itemListElement;
    if (page.path === "/") expect(trail).toBeUndefined();
    else
      expect(trail).toMatchObject([
        { position: 1, item: `${siteUrl}/` },
        { position: 2, item: address },
      ]);
  });

  it.each(found.filter(({ html }) => html.includes('class="faq"')))(
    "$path lists in JSON-LD exactly the questions and answers that it shows",
    (page) => {
      const shown = (tag: string) =>
        [
          ...(/<dl class="faq"[^>]*>([\s\S]*?)<\/dl>/.exec(page.html)?.[1] ?? "").matchAll(
            new RegExp(`<${tag}\\b[^>]*>([^<]*)</${tag}>`, "g"),
          ),
        ].map(([, text]) => (text ?? "").replaceAll("&#39;", "'"));
      const listed = nodeOf(graphOf(page), "FAQPage")?.mainEntity as {
        name: string;
        acceptedAnswer: { text: string };
      }[];
      expect(listed.map(({ name }) => name)).toEqual(shown("dt"));
      expect(listed.map(({ acceptedAnswer }) => acceptedAnswer.text)).toEqual(shown("dd"));
    },
  );
});

describe("structured data", () => {
  it("cannot be ended early by a text", () => {
    const page = { path: "/x", title: "</script><b>", description: "", image: "", faq: [] };
    expect(structuredData(config, page)).not.toContain("<");
  });
});

describe("the logo for phones and search engines", () => {
  it.each([
    ["logo-small", 180],
    ["logo", 512],
  ])("%s is a square of %i pixels", async (name, side) => {
    expect(await sharp(join(siteDist, `share/${name}.png`)).metadata()).toMatchObject({
      width: side,
      height: side,
    });
  });
});
