import { describe, expect, it } from "vitest";
import { attributeValues, builtPages } from "./built-pages.ts";
import { withImports } from "./page-weight.ts";

/** Addresses of the modules that a page tells the browser to fetch before a script asks for them. */
function preloaded(html: string): string[] {
  return [...html.matchAll(/<link rel="modulepreload"[^>]*>/g)].flatMap(([tag]) =>
    attributeValues(tag, "link", "href"),
  );
}

describe("a built page", () => {
  it.each(builtPages())("$path names each module that its scripts import, once", ({ html }) => {
    const scripts = attributeValues(html, "script", "src");
    const imported = new Set(scripts.flatMap((script) => [...withImports(script)]));
    const asked = [...imported].filter((file) => !scripts.includes(file));
    expect(preloaded(html).sort()).toEqual(asked.sort());
  });

  it("has scripts with imports at all", () => {
    expect(builtPages().some(({ html }) => preloaded(html).length > 0)).toBe(true);
  });
});
