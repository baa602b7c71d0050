import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLevel, normalizeAnswers } from "#shared/answers.ts";
import { type Answer, type Answers, type Level, steps } from "#shared/edition.ts";
import { defaultAssumptions } from "#shared/models/capacity-assumptions.ts";
import { leadNeed } from "#shared/models/lead-need.ts";
import { openers } from "#shared/models/openers.ts";
import { doNotSay } from "#shared/models/sales-caution.ts";
import { spareHours } from "#shared/models/spare-hours.ts";
import { whatIf } from "#shared/models/what-if.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { assessments, seed } from "../scoring/random-assessments.ts";

const runs = { seed, numRuns: 100 };
const recommendationIds = currentEdition.recommendations.map(({ id }) => id);
const choices = fc.subarray(recommendationIds);
const peopleIds = currentEdition.questions.filter(({ kind }) => kind === "people").map(({ id }) => id);

function expectNotWorse(before: ReturnType<typeof score>, after: ReturnType<typeof score>) {
  if (before.overall !== null && after.overall !== null)
    expect(after.overall).toBeGreaterThanOrEqual(before.overall);
  if (before.low !== null && after.low !== null) expect(after.low).toBeGreaterThanOrEqual(before.low);
  if (before.tsr !== null) expect(after.tsr).toBeLessThanOrEqual(before.tsr);
}

describe("whatIf, for any answers and choice", () => {
  it("lets no answer fall and moves none that is absent or does not apply", () => {
    fc.assert(
      fc.property(
        assessments,
        choices,
        fc.constantFrom(...steps),
        ({ answers, respondent }, chosen, step) => {
          const today = normalizeAnswers(currentEdition, answers, respondent);
          const after = whatIf(currentEdition, answers, respondent, chosen, step);
          expect(Object.keys(after).sort()).toEqual(Object.keys(today).sort());
          for (const [id, answer] of Object.entries(today)) {
            if (isLevel(answer)) expect(after[id]).toBeGreaterThanOrEqual(answer);
            if (answer === "na" || (answer === "unknown" && peopleIds.includes(id)))
              expect(after[id]).toBe(answer);
          }
        },
      ),
      runs,
    );
  });

  it("never worsens readiness, its low end or the risk with more steps done", () => {
    fc.assert(
      fc.property(
        assessments,
        choices,
        choices,
        fc.constantFrom(...steps),
        ({ answers, respondent }, some, others, step) => {
          const scoreAfter = (chosen: readonly string[]) =>
            score(currentEdition, whatIf(currentEdition, answers, respondent, chosen, step), respondent);
          expectNotWorse(scoreAfter(some), scoreAfter([...some, ...others]));
        },
      ),
      runs,
    );
  });

  it("never worsens them at a later checkpoint", () => {
    fc.assert(
      fc.property(assessments, choices, ({ answers, respondent }, chosen) => {
        const [first, second, third] = steps.map((step) =>
          score(currentEdition, whatIf(currentEdition, answers, respondent, chosen, step), respondent),
        );
        if (first === undefined || second === undefined || third === undefined)
          throw new Error("three steps");
        expectNotWorse(score(currentEdition, answers, respondent), first);
        expectNotWorse(first, second);
        expectNotWorse(second, third);
      }),
      runs,
    );
  });

  it("does not depend on the order of the chosen", () => {
    fc.assert(
      fc.property(assessments, choices, ({ answers, respondent }, chosen) => {
        expect(whatIf(currentEdition, answers, respondent, chosen.toReversed(), 365)).toEqual(
          whatIf(currentEdition, answers, respondent, chosen, 365),
        );
      }),
      runs,
    );
  });
});

describe("spareHours, for any answers", () => {
  const level = fc.constantFrom<Level>(0, 1, 2, 3);
  const people = fc.integer({ min: 1, max: 60 });
  const capacityAnswers = fc.record({
    TS2: level,
    SG1: level,
    OC1: level,
    OC2: level,
  });
  const spareOf = (answers: Answers, count: number) => {
    const spare = spareHours(answers, count, defaultAssumptions);
    if (spare === null) throw new Error("expected hours");
    return [spare.low, spare.planning ?? spare.low, spare.high].map((hours) => hours.valueOf());
  };

  it("keeps low, planning and high in order", () => {
    fc.assert(
      fc.property(capacityAnswers, people, (answers, count) => {
        const hours = spareOf(answers, count);
        expect(hours).toEqual(hours.toSorted((a, b) => a - b));
      }),
      runs,
    );
  });

  it("never falls with a better answer on protected time, overtime or calls, or with one more person", () => {
    fc.assert(
      fc.property(
        capacityAnswers,
        people,
        fc.constantFrom("TS2", "SG1", "OC2"),
        fc.constantFrom([0, 1] as const, [1, 2] as const, [2, 3] as const),
        (answers, count, id, [from, to]) => {
          const worse = spareOf({ ...answers, [id]: from }, count);
          const better = spareOf({ ...answers, [id]: to }, count);
          const larger = spareOf({ ...answers, [id]: from }, count + 1);
          worse.forEach((hours, end) => {
            expect(better[end]).toBeGreaterThanOrEqual(hours);
            expect(larger[end]).toBeGreaterThanOrEqual(hours);
          });
        },
      ),
      runs,
    );
  });

  it("spans every level of an answer that is open", () => {
    fc.assert(
      fc.property(
        capacityAnswers,
        people,
        fc.constantFrom("SG1", "OC1", "OC2"),
        level,
        (answers, count, id, at) => {
          const open = spareHours({ ...answers, [id]: "unknown" }, count, defaultAssumptions);
          const [low = 0, , high = 0] = spareOf({ ...answers, [id]: at }, count);
          expect(open?.planning).toBeNull();
          expect(open?.low.valueOf()).toBeLessThanOrEqual(low);
          expect(open?.high.valueOf()).toBeGreaterThanOrEqual(high);
        },
      ),
      runs,
    );
  });
});

describe("what sales sees, for any answers", () => {
  const peopleAnswers = fc.record(
    Object.fromEntries(peopleIds.map((id) => [id, fc.constantFrom<Answer>(0, 1, 2, 3, "unknown")])),
  );

  it("has no opener that a people answer changes", () => {
    fc.assert(
      fc.property(assessments, peopleAnswers, ({ answers, respondent }, others) => {
        expect(openers(currentEdition, { ...answers, ...others }, respondent)).toEqual(
          openers(currentEdition, answers, respondent),
        );
      }),
      runs,
    );
  });

  it("has no need and no caution that a people answer changes below five people", () => {
    fc.assert(
      fc.property(
        assessments,
        peopleAnswers,
        fc.integer({ min: 0, max: 4 }),
        ({ answers, respondent: { industry } }, others, infrastructurePeople) => {
          const respondent = { industry, infrastructurePeople };
          const changed = { ...answers, ...others };
          expect(leadNeed(currentEdition, changed, respondent)).toEqual(
            leadNeed(currentEdition, answers, respondent),
          );
          const caution = (given: Answers) =>
            doNotSay({ ...respondent, role: "decides", scorecard: score(currentEdition, given, respondent) });
          expect(caution(changed)).toEqual(caution(answers));
        },
      ),
      runs,
    );
  });
});
