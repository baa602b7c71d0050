import { describe, expect, test } from "vitest";
import { textLimits } from "#shared/edition-check/text-limits.ts";
import { editionTexts } from "#shared/edition-check/texts.ts";
import { checkEdition } from "#shared/edition-check.ts";
import { currentEdition, editions } from "#shared/questions/index.ts";
import { problemsAfter } from "./edition-draft.ts";
import { mistakes } from "./edition-mistakes.ts";

describe("a published edition", () => {
  for (const edition of editions) {
    test(`${edition.id} has no problem`, () => {
      expect(checkEdition(edition)).toEqual([]);
    });
  }

  test("has a text for every limit, so that no limit is left over", () => {
    const places = new Set(editionTexts(currentEdition).map(({ place }) => place));
    expect(Object.keys(textLimits).filter((place) => !places.has(place))).toEqual([]);
  });

  test("keeps its limits tight: the longest text fills at least 70 % of its place", () => {
    const longest = new Map<string, number>();
    for (const { place, text } of editionTexts(currentEdition))
      longest.set(place, Math.max(longest.get(place) ?? 0, text.length));
    const loose = Object.entries(textLimits).filter(
      ([place, limit]) => (longest.get(place) ?? 0) < limit * 0.7,
    );
    expect(loose.map(([place]) => place)).toEqual(["questions.hint"]);
  });
});

describe("the check of an edition finds", () => {
  for (const { name, change, problem } of mistakes) {
    test(name, () => {
      expect(problemsAfter(change)).toContain(problem);
    });
  }

  test("a text in a place that has no limit", () => {
    const edition = { ...currentEdition, motto: "New place" };
    expect(checkEdition(edition)).toEqual(['motto has no limit: add "motto" to textLimits.']);
  });
});
