import { describe, expect, it } from "vitest";
import { onCallQuery, readOnCall } from "../../site/src/on-call/on-call-link.ts";
import { onCallResult } from "../../site/src/on-call/on-call-result.ts";

const input = { people: 3, tiers: 1, interruptions: 24, settled: 50 } as const;

describe("result of the on-call calculator", () => {
  it("says how often, how many nights and what still arrives", () => {
    const result = onCallResult(input);
    expect(result.sentence).toBe(
      "3 people, one tier: each is on call one week in three, about 122 nights a year; 1 more person makes it one week in four.",
    );
    expect(result.firstLine).toBe(
      "12 of 24 interruptions would still arrive. Weeks change only if a tier leaves your rota.",
    );
    expect(result.replaced).toBe("");
  });

  it("fills as many weeks of the year as the share says", () => {
    const weeks = (people: number, tiers: 1 | 2) =>
      onCallResult({ ...input, people, tiers }).weeks.filter(Boolean).length;
    expect([weeks(1, 1), weeks(4, 1), weeks(4, 2), weeks(8, 1)]).toEqual([52, 13, 26, 6]);
  });

  it("shows with two tiers what is left when a first line replaces tier one", () => {
    expect(onCallResult({ ...input, tiers: 2 }).replaced).toMatch(
      /^If it replaces tier one: 3 people, one tier: .* That still exceeds one week in four\.$/,
    );
    expect(onCallResult({ ...input, people: 4, tiers: 2 }).replaced).not.toContain("still exceeds");
  });

  it("has no weeks for two tiers of one person", () => {
    const result = onCallResult({ ...input, people: 1, tiers: 2 });
    expect(result.sentence).toBe("Two tiers need a second person.");
    expect(result.weeks.some(Boolean)).toBe(false);
  });
});

describe("link to a result", () => {
  it("brings back what was entered", () => {
    expect(readOnCall(new URLSearchParams(onCallQuery(input)))).toEqual(input);
  });

  it("names no value for what is missing, out of range or not a number", () => {
    const read = (query: string) => readOnCall(new URLSearchParams(query));
    expect(read("people=0&tiers=3&interruptions=-1&settled=101")).toEqual({
      people: null,
      tiers: null,
      interruptions: null,
      settled: null,
    });
    expect(read("people=3.5&settled=%3Cscript%3E").people).toBeNull();
  });
});
