import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";
import { type Assessment, assessments, assessmentsWithQuestion, seed } from "./random-assessments.ts";

const runs = { seed, numRuns: 150 };

function scoreOf({ answers, respondent }: Assessment): Scorecard {
  return score(currentEdition, answers, respondent);
}

function scoreWith({ answers, respondent }: Assessment, questionId: string, answer: Answer): Scorecard {
  return score(currentEdition, { ...answers, [questionId]: answer }, respondent);
}

/** Numbers that a better answer may only raise; those missing on either side are left out. */
function readinessNumbers({ overall, low, high, domains }: Scorecard): Record<string, number | null> {
  return { overall, low, high, ...domains };
}

function expectNoneBelow(better: Record<string, number | null>, worse: Record<string, number | null>) {
  for (const [name, value] of Object.entries(worse)) {
    const other = better[name];
    if (value !== null && other !== null && other !== undefined)
      expect(other, name).toBeGreaterThanOrEqual(value);
  }
}

const levelPairs = fc.constantFrom<[0 | 1 | 2, 1 | 2 | 3]>([0, 1], [1, 2], [2, 3], [0, 3]);

describe("score, for any set of answers", () => {
  it("never lowers readiness or raises risk for a better answer", () => {
    fc.assert(
      fc.property(assessmentsWithQuestion, levelPairs, ({ assessment, question }, [from, to]) => {
        const worse = scoreWith(assessment, question.id, from);
        const better = scoreWith(assessment, question.id, to);
        expectNoneBelow(readinessNumbers(better), readinessNumbers(worse));
        expectNoneBelow({ tsr: worse.tsr, ...worse.causes }, { tsr: better.tsr, ...better.causes });
      }),
      runs,
    );
  });

  it("keeps low, overall and high in order, each domain within its range, and everything from 0 to 100", () => {
    fc.assert(
      fc.property(assessments, (assessment) => {
        const { overall, low, high, domains, domainRanges, tsr, coverage } = scoreOf(assessment);
        expect([low ?? 0, overall ?? 0, high ?? 0]).toEqual(
          [low ?? 0, overall ?? 0, high ?? 0].sort((a, b) => a - b),
        );
        for (const [id, value] of Object.entries(domains)) {
          const range = Object.entries(domainRanges).find(([domain]) => domain === id)?.[1];
          expect(range?.low).toBeLessThanOrEqual(value);
          expect(range?.high).toBeGreaterThanOrEqual(value);
        }
        for (const value of [overall, low, high, tsr, coverage * 100, ...Object.values(domains)])
          expect(value === null || (value >= 0 && value <= 100)).toBe(true);
      }),
      runs,
    );
  });

  it("never scores an unknown above the same answer at L1 or better, nor below L0", () => {
    fc.assert(
      fc.property(assessmentsWithQuestion, ({ assessment, question }) => {
        fc.pre(question.kind === "technical");
        const headline = (answer: Answer) => {
          const { overall, domains } = scoreWith(assessment, question.id, answer);
          return { overall, ...domains };
        };
        for (const level of [1, 2, 3] as const) expectNoneBelow(headline(level), headline("unknown"));
        expectNoneBelow(headline("unknown"), headline(0));
      }),
      runs,
    );
  });

  it("shows the score of L0 inside the range of the unknown", () => {
    fc.assert(
      fc.property(assessmentsWithQuestion, ({ assessment, question }) => {
        const { low, high } = scoreWith(assessment, question.id, "unknown");
        const { overall } = scoreWith(assessment, question.id, 0);
        if (overall === null || low === null || high === null) return;
        expect(overall).toBeGreaterThanOrEqual(low);
        expect(overall).toBeLessThanOrEqual(high);
      }),
      runs,
    );
  });

  it("never prints more than 64 while held, and names what holds it", () => {
    fc.assert(
      fc.property(assessments, (assessment) => {
        const { held, heldBy, overall } = scoreOf(assessment);
        expect(heldBy.length > 0).toBe(held);
        for (const id of heldBy) expect(assessment.answers[id]).toBe("unknown");
        if (held) expect(overall ?? 0).toBeLessThanOrEqual(64);
      }),
      runs,
    );
  });

  it("does not depend on the order of answers", () => {
    fc.assert(
      fc.property(assessments, ({ answers, respondent }) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        expect(scoreOf({ answers: reversed, respondent })).toEqual(scoreOf({ answers, respondent }));
      }),
      runs,
    );
  });

  it("shows what it would be without the overall cap only where that prints higher", () => {
    fc.assert(
      fc.property(assessments, (assessment) => {
        const { overall, uncapped, overallCap } = scoreOf(assessment);
        expect(uncapped !== null).toBe(overallCap?.binding ?? false);
        if (uncapped !== null) expect(uncapped).toBeGreaterThan(overall ?? 0);
        if (overallCap !== null) expect(overall ?? 0).toBeLessThanOrEqual(overallCap.cap);
      }),
      runs,
    );
  });

  it("lists each recommendation once, two at first under heavy load, otherwise three", () => {
    fc.assert(
      fc.property(assessments, (assessment) => {
        const { priorities, furtherRecommendations, tsr } = scoreOf(assessment);
        const { now, next, later } = priorities;
        const all = [...now, ...next, ...later, ...furtherRecommendations];
        expect(new Set(all).size).toBe(all.length);
        expect(now.length).toBeLessThanOrEqual((tsr ?? 0) >= 70 ? 2 : 3);
        expect(next.length).toBeLessThanOrEqual(4);
        expect(later.length).toBeLessThanOrEqual(5);
        expect(now[0] === "R30").toBe((tsr ?? 0) >= 70);
      }),
      runs,
    );
  });
});
