import { describe, expect, test } from "vitest";
import { currentEdition as edition } from "#shared/questions/index.ts";
import { minutes, questionCount, seconds, wordCount } from "#shared/reading-time.ts";

/** The table in the specification of the edition, seconds unrounded; then words and seconds with introductions. */
const table = [
  { industry: "aviation", path: "core", questions: 26, words: 729, time: 322.7, introduced: [830, 353] },
  { industry: "aviation", path: "full", questions: 44, words: 1219, time: 541.7, introduced: [1334, 576.2] },
  { industry: "laboratory", path: "core", questions: 26, words: 714, time: 318.2, introduced: [815, 348.5] },
  { industry: "laboratory", path: "full", questions: 44, words: 1195, time: 534.5, introduced: [1310, 569] },
  { industry: "export", path: "core", questions: 26, words: 718, time: 319.4, introduced: [819, 349.7] },
  { industry: "export", path: "full", questions: 44, words: 1208, time: 538.4, introduced: [1323, 572.9] },
  { industry: "other", path: "core", questions: 24, words: 653, time: 291.9, introduced: [754, 322.2] },
  { industry: "other", path: "full", questions: 40, words: 1063, time: 478.9, introduced: [1178, 513.4] },
] as const;

describe("reading time", () => {
  for (const { industry, path, questions, words, time, introduced } of table) {
    test(`the ${path} path for ${industry} has ${questions} questions and ${words} words`, () => {
      expect(questionCount(edition, industry, path)).toBe(questions);
      expect(wordCount(edition, industry, path)).toBe(words);
      expect(seconds(edition, industry, path)).toBeCloseTo(time, 6);
      expect(wordCount(edition, industry, path, { introductions: true })).toBe(introduced[0]);
      expect(seconds(edition, industry, path, { introductions: true })).toBeCloseTo(introduced[1], 6);
    });
  }

  test("minutes are rounded up, so nobody is promised less than it takes", () => {
    expect(minutes(edition, "aviation", "core")).toBe(6);
    expect(minutes(edition, "other", "core")).toBe(5);
    expect(minutes(edition, "aviation", "full")).toBe(10);
  });

  test("the rest is what the full path adds to the core path", () => {
    for (const { id } of edition.industries) {
      const added = questionCount(edition, id, "full") - questionCount(edition, id, "core");
      expect(questionCount(edition, id, "rest")).toBe(added);
      expect(wordCount(edition, id, "rest")).toBe(
        wordCount(edition, id, "full") - wordCount(edition, id, "core"),
      );
    }
    expect(questionCount(edition, "aviation", "rest")).toBe(18);
    expect(minutes(edition, "aviation", "rest")).toBe(4);
  });

  test("without people in-house the nine people questions of the core path are not counted", () => {
    expect(questionCount(edition, "aviation", "core", { withoutPeople: true })).toBe(17);
    expect(questionCount(edition, "aviation", "full", { withoutPeople: true })).toBe(29);
  });
});
