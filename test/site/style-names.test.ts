import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../../site/src", import.meta.url));
/** Styles of markup that shared views make; everything else in the site styles itself. */
const viewStyles = ["styles/form.css", "styles/result.css"];
/** Parts every page may use. */
const partStyles = ["styles/parts.css", "styles/base.css"];

function classesIn(file: string): string[] {
  return [...readFileSync(join(source, file), "utf8").matchAll(/\.([a-z][a-z0-9-]*)/g)].map(
    ([, name]) => name ?? "",
  );
}

function classesUsed(text: string): string[] {
  return [...text.matchAll(/class(?::list)?="([^"]*)"/g)].flatMap(([, names]) => (names ?? "").split(/\s+/));
}

describe("class names", () => {
  it("of a component never pick up styles meant for a shared view", () => {
    const parts = new Set(partStyles.flatMap(classesIn));
    const views = new Set(viewStyles.flatMap(classesIn).filter((name) => !parts.has(name)));
    const components = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".astro"),
    );
    const clashes = components.flatMap((file) =>
      classesUsed(readFileSync(join(source, file), "utf8"))
        .filter((name) => views.has(name))
        .map((name) => `${file}: .${name}`),
    );
    expect(clashes).toEqual([]);
  });
});
