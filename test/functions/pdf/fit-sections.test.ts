import { describe, expect, it } from "vitest";
import { nextScale, type SectionFit, sectionFits } from "#functions/pdf/fit-sections.ts";

const outcome = (change: Partial<SectionFit>): SectionFit => ({
  id: "plan",
  wanted: 1,
  taken: 1,
  lastFill: 0.9,
  typeScale: 1,
  ...change,
});

describe("fitting sections to their pages", () => {
  it("leaves a well-filled page as it is", () => {
    expect(nextScale(outcome({}), false)).toBeNull();
  });

  it("sets type smaller while a section takes too many pages, down to a readable size", () => {
    expect(nextScale(outcome({ taken: 2, lastFill: 0.5 }), true)).toBeLessThan(1);
    expect(nextScale(outcome({ taken: 2, typeScale: 0.82 }), true)).toBeNull();
  });

  it("sets type larger on a page with little to say, but never after it had to shrink", () => {
    expect(nextScale(outcome({ lastFill: 0.4 }), false)).toBeGreaterThan(1);
    expect(nextScale(outcome({ lastFill: 0.4 }), true)).toBeNull();
    expect(nextScale(outcome({ lastFill: 0.4, typeScale: 1.16 }), false)).toBeNull();
  });

  it("counts a section that joins another with the pages of the other", () => {
    const sections = [
      { id: "domains", pages: 1, joins: false },
      { id: "plan", pages: 1, joins: true },
      { id: "detail", pages: 2, joins: false },
    ];
    const pages = {
      decisionPage: 1,
      planPage: 2,
      offerPage: 4,
      sections: { domains: 2, plan: 2, detail: 3 },
    };
    const fits = sectionFits(sections, pages, [1, 0.8, 0.9, 0.7], {});
    expect(fits.map(({ id, taken, lastFill }) => [id, taken, lastFill])).toEqual([
      ["domains", 1, 0.8],
      ["detail", 2, 0.7],
    ]);
  });
});
