import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { config } from "../../site/src/brand/brand-config.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const outputs = /(^|\/)(dist|\.astro|public)(\/|$)/;
const files = ["site", "shared", "functions", "infra"].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((file) => !outputs.test(file) && /\.(ts|tsx|mjs|astro|css|yaml|json)$/.test(file))
    .map((file) => join(room, file)),
);

describe("an operator's brand", () => {
  it("is named in funnel.config.ts and nowhere else", () => {
    const { name, shortName = name } = config.brand;
    const naming = (file: string) => {
      const text = readFileSync(join(root, file), "utf8").toLowerCase();
      return [name, shortName].some((brand) => text.includes(brand.toLowerCase()));
    };
    expect(files.filter(naming)).toEqual([]);
  });

  it("has its colors there too: no style and no component brings one of its own", () => {
    const styled = files.filter((file) => file.startsWith("site") && /\.(css|astro)$/.test(file));
    expect(styled.length).toBeGreaterThan(20);
    const color = /(?<!&)#(?:[0-9a-f]{3}){1,2}\b(?=[\s;,)"'])|\b(?:rgb|hsl|oklch)a?\(/i;
    expect(styled.filter((file) => color.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  });
});
