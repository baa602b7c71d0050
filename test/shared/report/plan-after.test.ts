import { describe, expect, it } from "vitest";
import { withoutPeopleAnswers } from "#shared/answers.ts";
import { type PlanTrial, planAfter } from "#shared/report/plan-after.ts";
import { whatIfSummary } from "#shared/report/what-if-summary.ts";
import { isPeopleItem } from "#shared/scoring/plan.ts";
import { goldenInput, goldenNames, goldenReport } from "./golden-report.ts";

const aviation = "MRO, everything answered";

function trialOf(name: string, changes: Partial<PlanTrial> = {}): PlanTrial {
  const { edition, answers, profile } = goldenInput(name);
  const { options } = goldenReport(name).whatIf;
  return { edition, answers, respondent: profile, options, done: [], after: 90, ...changes };
}

function standingOf(trial: PlanTrial, id: string) {
  return planAfter(trial).standings.find(({ recommendationId }) => recommendationId === id)?.standing;
}

describe.each(goldenNames)("the plan that would remain of “%s”", (name) => {
  const trial = trialOf(name);
  const listed = trial.options.filter(({ list }) => list !== "further");

  it("is today's plan while nothing is done", () => {
    if (goldenInput(name).profile.infrastructurePeople === 0) return;
    const { remaining, standings, stillCalledFor, listedToday, today, later } = planAfter(trial);
    expect(remaining.map(({ recommendationId }) => recommendationId)).toEqual(
      listed.map(({ recommendationId }) => recommendationId),
    );
    expect(standings.map(({ standing }) => standing)).toEqual(trial.options.map(({ list }) => list));
    expect([stillCalledFor, listedToday]).toEqual([listed.length, listed.length]);
    expect(later).toEqual(today);
  });

  it("never holds a step that is done, and never reads worse", () => {
    const done = listed.slice(0, 3).map(({ recommendationId }) => recommendationId);
    const { remaining, standings, today, later } = planAfter({ ...trial, done });
    expect(remaining.filter(({ recommendationId }) => done.includes(recommendationId))).toEqual([]);
    expect(standings.filter(({ standing }) => standing === "done")).toHaveLength(done.length);
    expect(later.overall ?? 0).toBeGreaterThanOrEqual(today.overall ?? 0);
    expect(later.tsr ?? 0).toBeLessThanOrEqual(today.tsr ?? 0);
  });
});

describe("steps that are tried", () => {
  it("take others with them and let others come up", () => {
    const result = planAfter(trialOf(aviation, { done: ["R10"], after: 365 }));
    expect(standingOf(trialOf(aviation, { done: ["R10"], after: 365 }), "R11")).toBe("no longer called for");
    expect(result.stillCalledFor).toBe(10);
    const listed = new Set(
      goldenReport(aviation).whatIf.options.flatMap(({ title, list }) => (list === "further" ? [] : title)),
    );
    const added = result.remaining.filter(({ isNew }) => isNew).map(({ title }) => title);
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter((title) => listed.has(title))).toEqual([]);
  });

  it("reach what the three best gains promise", () => {
    for (const { axis, recommendationIds, before, after } of goldenReport(aviation).whatIf.best) {
      const { today, later } = planAfter(trialOf(aviation, { done: recommendationIds }));
      const [was, is] = axis === "tsr" ? [today.tsr, later.tsr] : [today.overall, later.overall];
      expect([was, is]).toEqual([before, after]);
    }
  });

  it("leave a step alone that only left-out answers call for", () => {
    const { edition, answers } = goldenInput(aviation);
    const { options } = goldenReport(aviation, { variant: "without-people" }).whatIf;
    const trial = trialOf(aviation, {
      answers: withoutPeopleAnswers(edition, answers),
      options,
      done: ["R01"],
    });
    const today = options.find(({ recommendationId }) => recommendationId === "R11")?.list;
    expect(standingOf(trial, "R11")).toBe(today);
    expect(options.filter(({ recommendationId }) => isPeopleItem(recommendationId))).toEqual([]);
  });
});

describe("the three best in the version to share", () => {
  it.each(goldenNames)("name no step about the work of people: %s", (name) => {
    const { best } = whatIfSummary({ ...goldenInput(name), variant: "without-people" });
    expect(best.flatMap(({ recommendationIds }) => recommendationIds).filter(isPeopleItem)).toEqual([]);
  });

  it("are left out where one of them would tell that the load is high", () => {
    const input = goldenInput("everything at the top");
    const worn = input.edition.questions.filter(({ kind }) => kind === "people").map(({ id }) => [id, 0]);
    const answers = { ...input.answers, ...Object.fromEntries(worn), M1: 0 } as const;
    const bestIn = (variant: "full" | "without-people") =>
      whatIfSummary({ ...input, answers, variant }).best.filter(({ axis }) => axis === "readiness");
    expect(bestIn("full").flatMap(({ titles }) => titles)).toContain("Shed load first");
    expect(bestIn("without-people")).toEqual([]);
  });
});
