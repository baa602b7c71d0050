import { describe, expect, it } from "vitest";
import { nextScale, type SectionFit } from "#functions/pdf/fit-sections.ts";
import { fontSize, lineHeight, sheetFor, type } from "#functions/pdf/theme.ts";

const outcome = (change: Partial<SectionFit>): SectionFit => ({
  wanted: 1,
  taken: 1,
  lastFill: 0.9,
  typeScale: 1,
  ...change,
});

const sizes = Object.keys(type) as (keyof typeof type)[];

describe("fitting sections to their pages", () => {
  it("leaves a well-filled page as it is", () => {
    expect(nextScale(outcome({}), true)).toBeNull();
  });

  it("sets a section closer while it takes too many pages, the more the further it runs over", () => {
    const little = nextScale(outcome({ taken: 2, lastFill: 0.05 }), true);
    const much = nextScale(outcome({ taken: 2, lastFill: 0.5 }), true);
    expect(little).toBeLessThan(1);
    expect(much).toBeLessThan(little ?? 0);
  });

  it("stops when nothing closer is left", () => {
    expect(nextScale(outcome({ taken: 2, typeScale: 0.8 }), false)).toBeNull();
  });

  it("sets a page with little to say larger, but only at its first laying out", () => {
    expect(nextScale(outcome({ lastFill: 0.4 }), true)).toBe(1.16);
    expect(nextScale(outcome({ lastFill: 0.4 }), false)).toBeNull();
  });

  it("takes an enlargement that overflows back step by step", () => {
    const overflow = (typeScale: number) => nextScale(outcome({ taken: 2, lastFill: 0.1, typeScale }), false);
    expect([overflow(1.16), overflow(1.1), overflow(1.05)]).toEqual([1.1, 1.05, 1]);
  });
});

describe("what can be read", () => {
  it.each([0.8, 0.88, 0.95, 1, 1.16])(
    "never sets text under 7.5 or labels under 6.5 points at scale %d",
    (scale) => {
      for (const size of sizes)
        expect(fontSize(size, scale)).toBeGreaterThanOrEqual(size === "label" ? 6.5 : 7.5);
    },
  );

  it("sets dense pages with closer lines and narrower margins", () => {
    expect(lineHeight("fine", 0.95)).toBeLessThan(lineHeight("fine", 1));
    expect(sheetFor("us", true).measure).toBeGreaterThan(sheetFor("us", false).measure);
    expect(sheetFor("eu", true).depth).toBeGreaterThan(sheetFor("eu", false).depth);
  });
});
