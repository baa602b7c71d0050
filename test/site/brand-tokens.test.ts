import { describe, expect, it } from "vitest";
import { config } from "../../site/src/brand/brand-config.ts";
import { brandTokensCss } from "../../site/src/brand/brand-tokens.ts";

describe("style tokens of the brand", () => {
  const css = brandTokensCss(config.brand.colors);
  const [light = "", dark = "", print = ""] = css.split("\n");

  it("hold every color of the configuration, light first", () => {
    expect(light).toContain(`--accent:${config.brand.colors.light.accent};`);
    expect(light).toContain(`--on-accent:${config.brand.colors.light.onAccent};`);
  });

  it("change with the reader's scheme", () => {
    expect(dark).toMatch(/^@media \(prefers-color-scheme:dark\)/);
    expect(dark).toContain(`--paper:${config.brand.colors.dark.paper};`);
  });

  it("print dark on white, whatever the screen shows", () => {
    expect(print).toMatch(/^@media print/);
    expect(print).toContain(`--ink:${config.brand.colors.light.ink};`);
    expect(print).toContain("--paper:#ffffff;");
  });
});
