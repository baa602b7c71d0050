import { type BestGain, bestGains } from "#shared/models/best-gains.ts";
import { checkpoints } from "#shared/models/checkpoints.ts";
import { planLists, recommendationOf } from "#shared/report/plan-item.ts";
import { shownSteps } from "#shared/report/plan-page.ts";
import type { WhatIfSummary } from "#shared/report/report.ts";
import { type ReportInput, showsPeople } from "#shared/report/report-input.ts";
import { listed } from "#shared/report/wording.ts";
import { inPlanOrder, isPeopleItem, rankRecommendations } from "#shared/scoring/plan.ts";

const labels = { 0: "Today", 30: "30-day list done", 90: "90-day list done", 365: "One-year list done" };

const noNumber = "no number yet";

function best(input: ReportInput, axis: "readiness" | "tsr", gain: BestGain | null): WhatIfSummary["best"] {
  if (gain === null) return [];
  // Where people are left out, a trio that names a step about their work would say how it is carried.
  if (!showsPeople(input) && gain.recommendationIds.some(isPeopleItem)) return [];
  const titles = gain.recommendationIds.map((id) => recommendationOf(input.edition, id).title);
  const name = axis === "readiness" ? "Readiness" : "Team Sustainability Risk";
  return [
    {
      axis,
      recommendationIds: [...gain.recommendationIds],
      titles,
      before: gain.before,
      after: gain.after,
      sentence: `${listed(titles.map((title) => `“${title}”`))}: ${name} ${gain.before} → ${gain.after} at 90 days, ${gain.perEffort} points per unit of effort.`,
    },
  ];
}

function options(input: ReportInput): WhatIfSummary["options"] {
  const { edition, answers, profile } = input;
  const { items } = rankRecommendations(edition, answers, profile);
  return inPlanOrder(shownSteps(input, items)).map(({ recommendationId, list }) => ({
    recommendationId,
    title: recommendationOf(edition, recommendationId).title,
    list: list === "further" ? list : planLists[list],
  }));
}

/** Returns what doing the plan, and the three best steps of each axis, would give; our judgement (models.md, A). */
export function whatIfSummary(input: ReportInput): WhatIfSummary {
  const { edition, answers, profile } = input;
  const people = showsPeople(input);
  const gains = bestGains(edition, answers, profile);
  return {
    options: options(input),
    checkpoints: checkpoints(edition, answers, profile).map(({ step, scorecard }) => ({
      label: labels[step],
      readiness:
        scorecard.overall === null ? noNumber : `${scorecard.overall} (${scorecard.low}–${scorecard.high})`,
      tsr: people && scorecard.tsr !== null ? String(scorecard.tsr) : "",
    })),
    best: [...best(input, "readiness", gains.readiness), ...(people ? best(input, "tsr", gains.tsr) : [])],
  };
}
