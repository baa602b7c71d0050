/** The three recommendations that together gain most for their effort, on each axis. */
import Fraction from "fraction.js";
import { normalizeAnswers, type Respondent } from "#shared/answers.ts";
import type { Answers, Edition, Recommendation } from "#shared/edition.ts";
import { type Axis, type AxisScore, readinessAxis, riskAxis } from "#shared/models/gain-axes.ts";
import { answersAfter, type Undertaking } from "#shared/models/what-if.ts";
import { confidenceOf } from "#shared/scoring/bands.ts";
import { effortOf } from "#shared/scoring/candidates.ts";
import { inPlanOrder, rankRecommendations } from "#shared/scoring/plan.ts";
import { printedDecimals, printedInteger } from "#shared/scoring/rounding.ts";
import { technicalCoverage } from "#shared/scoring/technical.ts";

export interface BestGain {
  /** In the order of the plan, those beyond its lists by id; fewer than three only where fewer move an answer. */
  recommendationIds: readonly string[];
  /** Printed scores: today, and with all of them at the 90-day step. */
  before: number;
  after: number;
  /** Points per unit of effort, two decimals. */
  perEffort: string;
}

export interface BestGains {
  /** Overall readiness; null without a number or a gain. */
  readiness: BestGain | null;
  /** Team Sustainability Risk: lower is better; null without a number or a gain. */
  tsr: BestGain | null;
}

interface Trio {
  chosen: readonly Undertaking[];
  after: AxisScore;
  effort: Fraction;
  perEffort: Fraction;
  openPerEffort: Fraction;
}

function trios<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 3) return items.length === 0 ? [] : [[...items]];
  return items.flatMap((first, i) =>
    items.slice(i + 1).flatMap((second, j) => items.slice(i + j + 2).map((third) => [first, second, third])),
  );
}

function ids(chosen: readonly Undertaking[]): string {
  return chosen
    .map(({ recommendation }) => recommendation.id)
    .sort()
    .join();
}

function better(a: Trio, b: Trio): number {
  return (
    b.perEffort.compare(a.perEffort) ||
    b.openPerEffort.compare(a.openPerEffort) ||
    a.effort.compare(b.effort) ||
    ids(a.chosen).localeCompare(ids(b.chosen), "en")
  );
}

/** Answers at 90 days, after one choice of recommendations. */
type After = (chosen: readonly Undertaking[]) => Answers;

function bestTrio(axis: Axis, before: AxisScore, movers: readonly Undertaking[], after: After): Trio | null {
  const weighed = trios(movers).flatMap((chosen): Trio[] => {
    const reached = axis.scoreOf(after(chosen));
    if (reached === null) return [];
    const effort = chosen.reduce(
      (sum, { recommendation }) => sum.add(effortOf(recommendation)),
      new Fraction(0),
    );
    const gain = reached.score.sub(before.score).mul(axis.sign);
    const openGain = reached.open.sub(before.open).mul(axis.sign);
    return [
      {
        chosen,
        after: reached,
        effort,
        perEffort: gain.div(effort).round(2),
        openPerEffort: openGain.div(effort).round(2),
      },
    ];
  });
  return weighed.sort(better)[0] ?? null;
}

function bestOn(
  axis: Axis,
  edition: Edition,
  today: Answers,
  called: readonly Undertaking[],
  after: After,
): BestGain | null {
  const before = axis.scoreOf(today);
  if (before === null) return null;
  const own = edition.questions.filter(({ kind }) => kind === axis.kind);
  const movers = called.filter((undertaking) => {
    const moved = after([undertaking]);
    return own.some(({ id }) => moved[id] !== today[id]);
  });
  const best = bestTrio(axis, before, movers, after);
  if (best === null || best.after.score.sub(before.score).mul(axis.sign).lte(0)) return null;
  return {
    recommendationIds: best.chosen.map(({ recommendation }) => recommendation.id),
    before: printedInteger(before.score),
    after: printedInteger(best.after.score),
    perEffort: printedDecimals(best.perEffort, 2),
  };
}

/**
 * Returns, for each axis, the trio of called-for recommendations with the largest joint gain ÷ joint effort
 * at the 90-day step. Jointly, because caps make single gains misleading. Our judgement (models.md, A).
 */
export function bestGains(edition: Edition, answers: Answers, respondent: Respondent): BestGains {
  const today = normalizeAnswers(edition, answers, respondent);
  const { items } = rankRecommendations(edition, today, respondent);
  const byId = new Map(edition.recommendations.map((one): [string, Recommendation] => [one.id, one]));
  const called = inPlanOrder(items).flatMap(({ recommendationId, nextStep }): Undertaking[] => {
    const recommendation = nextStep ? undefined : byId.get(recommendationId);
    return recommendation === undefined ? [] : [{ recommendation, notBefore: 30 }];
  });
  const after: After = (chosen) => answersAfter(edition, today, respondent, chosen, 90);
  const best = (axis: Axis) => bestOn(axis, edition, today, called, after);
  const numbered = confidenceOf(technicalCoverage(edition, today, respondent.industry).valueOf()) !== null;
  return {
    readiness: numbered ? best(readinessAxis(edition, respondent)) : null,
    tsr: best(riskAxis(edition, respondent)),
  };
}
