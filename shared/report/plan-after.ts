/** The plan that would remain once some steps are done: for the reader who tries them on screen. */
import type { Respondent } from "#shared/answers.ts";
import type { Answers, Edition, Step } from "#shared/edition.ts";
import { whatIf } from "#shared/models/what-if.ts";
import { planLists, recommendationOf } from "#shared/report/plan-item.ts";
import type { WhatIfSummary } from "#shared/report/report.ts";
import { type PlannedRecommendation, rankRecommendations } from "#shared/scoring/plan.ts";
import { score } from "#shared/scoring/score.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";

type Option = WhatIfSummary["options"][number];

export interface PlanTrial {
  edition: Edition;
  answers: Answers;
  respondent: Respondent;
  /** Steps on offer, as the report lists them today. */
  options: readonly Option[];
  /** Ids taken as done. */
  done: readonly string[];
  after: Step;
}

export type Standing = "done" | "no longer called for" | Option["list"];

export interface PlanAfter {
  today: Scorecard;
  later: Scorecard;
  /** Where each option would stand. */
  standings: { recommendationId: string; standing: Standing }[];
  /** The lists that would remain, in order of work. */
  remaining: (Option & { isNew: boolean })[];
  /** Steps of today's lists, and how many of them would still be called for. */
  listedToday: number;
  stillCalledFor: number;
}

function listOf({ list }: PlannedRecommendation): Option["list"] {
  return list === "further" ? list : planLists[list];
}

function standingOf(
  trial: PlanTrial,
  option: Option,
  calledToday: readonly string[],
  then: Called,
): Standing {
  const { recommendationId, list } = option;
  if (trial.done.includes(recommendationId)) return "done";
  // The version to share holds steps that only answers left out of it call for: of those nothing can be said.
  if (!calledToday.includes(recommendationId)) return list;
  return then.get(recommendationId) ?? "no longer called for";
}

type Called = ReadonlyMap<string, Option["list"]>;

/** Returns scores and plan as they would be; scored and ranked by the same code as today's (models.md, A). */
export function planAfter(trial: PlanTrial): PlanAfter {
  const { edition, answers, respondent, options, done, after } = trial;
  const answersThen = done.length === 0 ? answers : whatIf(edition, answers, respondent, done, after);
  const calledToday = rankRecommendations(edition, answers, respondent).items.map(
    ({ recommendationId }) => recommendationId,
  );
  const items = rankRecommendations(edition, answersThen, respondent).items;
  const then: Called = new Map(items.map((item) => [item.recommendationId, listOf(item)]));
  const standings = options.map((option) => ({
    recommendationId: option.recommendationId,
    standing: standingOf(trial, option, calledToday, then),
  }));
  const listed = options.filter(({ list }) => list !== "further").map((option) => option.recommendationId);
  const remaining = items
    .filter(({ recommendationId, list }) => list !== "further" && !done.includes(recommendationId))
    .map((item) => ({
      recommendationId: item.recommendationId,
      title: recommendationOf(edition, item.recommendationId).title,
      list: listOf(item),
      isNew: !listed.includes(item.recommendationId),
    }));
  return {
    today: score(edition, answers, respondent),
    later: score(edition, answersThen, respondent),
    standings,
    remaining,
    listedToday: listed.length,
    stillCalledFor: standings.filter(
      ({ recommendationId, standing }) =>
        listed.includes(recommendationId) && standing !== "done" && standing !== "no longer called for",
    ).length,
  };
}
