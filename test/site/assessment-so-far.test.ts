import { describe, expect, it } from "vitest";
import { unansweredQuestions, type Visitor } from "#shared/assessment-path.ts";
import type { Answer } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { formOutline } from "#shared/views/form/form-outline.ts";
import { soFar } from "../../site/src/scripts/assessment/so-far-figures.ts";

const outline = formOutline(currentEdition);
const nobody: Visitor = { industry: "aviation", infrastructurePeople: 6, answers: {} };
const core = unansweredQuestions(outline, "core", nobody).map(({ id }) => id);

function answered(count: number, answer: Answer = 1): Visitor {
  return { ...nobody, answers: Object.fromEntries(core.slice(0, count).map((id) => [id, answer])) };
}

const show = (visitor: Visitor) => soFar(outline, currentEdition, visitor);

describe("what the answers show so far", () => {
  it("says how much is known, and no range before 40%", () => {
    expect(show(answered(3))).toEqual({
      readiness: "Too early for a range.",
      known: "17% of the weight; a range needs 40%.",
      load: "Not known yet.",
      flags: [],
    });
  });

  it("narrows with every answer, and ends as the range of the result", () => {
    const ranges = [10, 12, 14].map(
      (count) =>
        /Between (\d+) and (\d+)/
          .exec(show(answered(count)).readiness)
          ?.slice(1)
          .map(Number) ?? [],
    );
    const widths = ranges.map(([low = 0, high = 0]) => high - low);
    expect(widths).toEqual([...widths].sort((one, other) => other - one));
    const all = answered(core.length);
    const { low, high, band } = score(currentEdition, all.answers, {
      industry: "aviation",
      infrastructurePeople: 6,
    });
    expect(low).toBe(high);
    expect(show(all)).toMatchObject({ readiness: `${low} of 100.`, load: `${band}.` });
  });

  it("raises a red flag as soon as its answer stands, and none for what is open", () => {
    const lowest: Visitor = { ...nobody, answers: { B2: 0, M1: 0, M3: 0, I1: "unknown" } };
    expect(show(lowest).flags).toEqual([["B2"], ["M1", "M3"]]);
  });

  it("knows that nobody in-house carries a load", () => {
    expect(show({ ...nobody, infrastructurePeople: 0 }).load).toBe("Not applicable: nobody in-house.");
  });
});
