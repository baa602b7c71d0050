import { describe, expect, it } from "vitest";
import { firstViewCharacters } from "../../site/src/fonts/subset-fonts.ts";
import { builtPages } from "./built-pages.ts";
import { pageWeight } from "./page-weight.ts";

const kilobyte = 1_000;
/** The form has a budget of its own, beside its scripts. */
const pages = builtPages().filter(({ path }) => path !== "/assessment" && path !== "/shell");
/** Long pages that are read, not landed on. */
const long = ["/method", "/sample-report"];
const tools = ["/on-call-calculator"];
const landing = pages.filter(({ path }) => !long.includes(path));

describe("a page's first view, compressed as delivered", () => {
  it.each(landing)("of $path takes at most 50 KB, fonts included", (page) => {
    expect(pageWeight(page).total).toBeLessThanOrEqual(50 * kilobyte);
  });

  it.each(pages.filter(({ path }) => long.includes(path)))("of $path takes at most 70 KB", (page) => {
    expect(pageWeight(page).total).toBeLessThanOrEqual(70 * kilobyte);
  });

  it.each(pages)("of $path carries at most 5 KB of script, a tool 6", (page) => {
    expect(pageWeight(page).js).toBeLessThanOrEqual((tools.includes(page.path) ? 6 : 5) * kilobyte);
  });

  it.each(pages)(
    "of $path preloads the three faces and waits for no more than two style sheets",
    ({ html }) => {
      expect(html.match(/as="font"/g)).toHaveLength(3);
      expect(html.match(/rel="stylesheet"/g)?.length).toBeLessThanOrEqual(2);
    },
  );

  it.each(landing)("of $path is set in the letters of those faces", ({ html }) => {
    const text = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, "");
    const strange = [...new Set(text)].filter(
      (letter) => letter > " " && !firstViewCharacters.includes(letter),
    );
    expect(strange).toEqual([]);
  });

  it.each(pages)("of $path moves nothing when pictures arrive: each has its size", ({ html }) => {
    for (const [tag] of html.matchAll(/<img\b[^>]*>/g)) expect(tag).toMatch(/ width="\d+" height="\d+"/);
  });
});
