import { describe, expect, it } from "vitest";
import { closerScale, joinsOnOnePage, largerScale } from "#functions/pdf/fit-rules.ts";
import { fontSize, lineHeight, sheetFor, type } from "#functions/pdf/theme.ts";

const sizes = Object.keys(type) as (keyof typeof type)[];

describe("fitting sections to their pages", () => {
  it("leaves a well-filled page as it is", () => {
    expect(largerScale({ fill: 0.9, typeScale: 1 })).toBeNull();
  });

  it("sets a section closer while it runs over, the more the further it does", () => {
    const over = (fill: number) => closerScale({ fill, typeScale: 1 });
    expect([over(1.01), over(1.1), over(1.2), over(1.5)]).toEqual([0.975, 0.95, 0.88, 0.8]);
  });

  it("goes on from where a section is set, and stops when nothing closer can be read", () => {
    expect(closerScale({ fill: 1.01, typeScale: 0.95 })).toBe(0.88);
    expect(closerScale({ fill: 1.5, typeScale: 0.95 })).toBe(0.8);
    expect(closerScale({ fill: 1.5, typeScale: 0.8 })).toBeNull();
  });

  it("sets a page with little to say larger, up to a size that still looks like text", () => {
    expect(largerScale({ fill: 0.7, typeScale: 1 })).toBeCloseTo(1.15, 2);
    expect(largerScale({ fill: 0.3, typeScale: 1 })).toBe(1.22);
  });

  it("lets two sections share a page when one would leave it half empty and both fit", () => {
    expect(joinsOnOnePage(0.55, 0.45)).toBe(true);
    expect(joinsOnOnePage(0.88, 0.1)).toBe(true);
    expect(joinsOnOnePage(0.88, 0.5)).toBe(false);
    expect(joinsOnOnePage(0.62, 0.5)).toBe(true);
    expect(joinsOnOnePage(0.62, 0.61)).toBe(false);
  });
});

describe("what can be read", () => {
  it.each([0.8, 0.88, 0.95, 1, 1.22])(
    "never sets text under 7.5 or labels under 7 points at scale %d",
    (scale) => {
      for (const size of sizes)
        expect(fontSize(size, scale)).toBeGreaterThanOrEqual(size === "label" ? 7 : 7.5);
    },
  );

  it("sets dense pages with closer lines and narrower margins", () => {
    expect(lineHeight("fine", 0.95)).toBeLessThan(lineHeight("fine", 1));
    expect(sheetFor("us", true).measure).toBeGreaterThan(sheetFor("us", false).measure);
    expect(sheetFor("eu", true).depth).toBeGreaterThan(sheetFor("eu", false).depth);
  });
});
