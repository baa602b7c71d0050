import { describe, expect, it } from "vitest";
import { firstLineSentence, remainingInterruptions, rota, twoTiersNeedTwo } from "#shared/rota.ts";

const moreThanOne = (count: number) => `${count} more people make it one week in four`;
const spare = (count: number) => `${count} can be away within one week in four`;
const onePerson = "1 more person makes it one week in four";
const limit = "any absence exceeds one week in four";

describe("rota", () => {
  it.each([
    [1, 1, "every week", 365, moreThanOne(3)],
    [2, 1, "every second week", 183, moreThanOne(2)],
    [3, 1, "one week in three", 122, onePerson],
    [4, 1, "one week in four", 91, limit],
    [5, 1, "one week in five", 73, spare(1)],
    [6, 1, "one week in six", 61, spare(2)],
    [7, 1, "one week in seven", 52, spare(3)],
    [8, 1, "one week in eight", 46, spare(4)],
    [2, 2, "every week", 365, moreThanOne(6)],
    [3, 2, "two weeks in three", 243, moreThanOne(5)],
    [4, 2, "every second week", 183, moreThanOne(4)],
    [5, 2, "two weeks in five", 146, moreThanOne(3)],
    [6, 2, "one week in three", 122, moreThanOne(2)],
    [7, 2, "two weeks in seven", 104, onePerson],
    [8, 2, "one week in four", 91, limit],
    [9, 1, "one week in nine", 41, spare(5)],
    [12, 1, "one week in twelve", 30, spare(8)],
    [13, 1, "one week in 13", 28, spare(9)],
    [25, 2, "two weeks in 25", 29, spare(17)],
  ] as const)("tells %i people in %i tiers: %s", (people, tiers, shareText, nightsPerYear, tail) => {
    expect(rota(people, tiers)).toMatchObject({ shareText, nightsPerYear, tail });
  });

  it("needs a second person for two tiers, and somebody for one", () => {
    expect(rota(1, 2)).toBeNull();
    expect(rota(0, 1)).toBeNull();
    expect(twoTiersNeedTwo).toBe("Two tiers need a second person.");
  });

  it.each([
    [
      6,
      1,
      "6 people, one tier: each is on call one week in six, about 61 nights a year; 2 can be away within one week in four.",
    ],
    [
      3,
      2,
      "3 people, two tiers: each is on call two weeks in three, about 243 nights a year; 5 more people make it one week in four.",
    ],
    [
      1,
      1,
      "1 person, one tier: on call every week, 365 nights a year; 3 more people make it one week in four.",
    ],
  ] as const)("prints the sentence of %i people in %i tiers", (people, tiers, sentence) => {
    expect(rota(people, tiers)?.sentence).toBe(sentence);
  });
});

describe("firstLineSentence", () => {
  it("rounds the interruptions that still arrive half up", () => {
    expect(remainingInterruptions(25, 50)).toBe(13);
    expect(remainingInterruptions(0, 50)).toBe(0);
    expect(firstLineSentence(25, 50)).toBe(
      "13 of 25 interruptions would still arrive. Weeks change only if a tier leaves your rota.",
    );
  });
});
