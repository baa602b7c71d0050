import type { Edition, Effort, Recommendation } from "#shared/edition.ts";
import { callingAnswers, callingCause, planReason } from "#shared/report/plan-reason.ts";
import type { Doer, PlanItem, QuotedAnswer } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { inHouse, listed, ownPosition, questionOf, quoted } from "#shared/report/wording.ts";
import { isPeopleItem, type PlannedRecommendation } from "#shared/scoring/plan.ts";

export const planLists = { now: "30 days", next: "90 days", later: "one year" } as const;

/** Set-up hours of the capacity model (models.md, B) in working time; our judgement. */
const effortTexts: Record<Effort, string> = {
  S: "about two days",
  M: "about a week",
  L: "about three weeks",
};

const doers: Record<Recommendation["provider"], Doer> = {
  Yes: "Hand over",
  Shared: "Share",
  No: "Yourself",
};

/** What only export firms must check before a provider touches anything (evidence, 5.3). */
const exportCheck = "check U.S.-person and assessment scope";

/** Returns the recommendation of that id. @throws RangeError when the edition has none */
export function recommendationOf(edition: Edition, id: string): Recommendation {
  const found = edition.recommendations.find((candidate) => candidate.id === id);
  if (!found) throw new RangeError(`edition ${edition.id} has no recommendation ${id}`);
  return found;
}

function columns({ days30, days90, year }: Recommendation) {
  return { now: days30, next: days90, later: year };
}

type Schedule = Pick<PlanItem, "start" | "doneBy" | "after">;

function schedule(recommendation: Recommendation, planned: PlannedRecommendation): Schedule {
  const text = columns(recommendation);
  if (planned.nextStep) {
    const start = planned.nextStepFrom === 90 ? text.next : text.later;
    return { start, doneBy: null, after: [] };
  }
  const later = { checkpoint: "one year", text: text.later };
  if (planned.list === "now")
    return { start: text.now, doneBy: null, after: [{ checkpoint: "90 days", text: text.next }, later] };
  if (planned.list === "next") return { start: text.now, doneBy: text.next, after: [later] };
  return { start: text.now, doneBy: text.later, after: [] };
}

function because(
  input: ReportInput,
  planned: PlannedRecommendation,
  quotes: readonly QuotedAnswer[],
): string {
  const reasons = quotes.filter(({ questionId }) => input.answers[questionId] !== "unknown").map(quoted);
  if (reasons.length > 0) return `, because you answered ${listed(reasons.slice(0, 2))}`;
  const cause = callingCause(input, planned);
  if (planned.recommendationId === "R30") return `, because ${cause?.name} stands at ${cause?.risk}`;
  if (cause) return `, because ${cause.name} stands at ${cause.risk} of 100`;
  if (quotes.length > 0) return ", because measured signals are not known yet";
  return "";
}

function confirmFirst(input: ReportInput, recommendation: Recommendation, ids: readonly string[]): string {
  const open = ids.map((id) => questionOf(input.edition, id));
  const [first] = open;
  const role = inHouse(input, first?.whoToAsk ?? recommendation.owner);
  return `${recommendation.title}: confirm first; ${role} can answer ${listed(open.map(({ text }) => `“${text}”`))}.`;
}

function doer(
  input: ReportInput,
  { provider, providerNote }: Recommendation,
): Pick<PlanItem, "doer" | "doerNote"> {
  if (input.profile.industry !== "export" || provider === "No")
    return { doer: doers[provider], doerNote: providerNote };
  return { doer: "Share", doerNote: [providerNote, exportCheck].filter(Boolean).join("; ") };
}

/** Returns one step of the plan with every sentence printed about it. */
export function planItem(
  input: ReportInput,
  planned: PlannedRecommendation & { list: keyof typeof planLists },
): PlanItem {
  const recommendation = recommendationOf(input.edition, planned.recommendationId);
  const quotes = callingAnswers(input, planned);
  const who = doer(input, recommendation);
  const doneWhen = `${recommendation.shows === "month" ? "First month done when" : "Done when"} ${recommendation.proof}.`;
  const lead = planned.findOutFirst
    ? confirmFirst(input, recommendation, planned.triggeredBy)
    : `${planned.nextStep ? "Next step: " : ""}${recommendation.title}${because(input, planned, quotes)}.`;
  return {
    recommendationId: planned.recommendationId,
    title: recommendation.title,
    list: planLists[planned.list],
    people: isPeopleItem(planned.recommendationId),
    nextStep: planned.nextStep,
    findOutFirst: planned.findOutFirst,
    flag: planned.flag,
    sentence: `${lead} ${doneWhen} ${who.doer}.`,
    lead,
    reason: planReason(input, recommendation, planned, quotes),
    because: quotes,
    ...schedule(recommendation, planned),
    doneWhen,
    firstSteps: recommendation.firstSteps,
    ...who,
    provider: recommendation.provider,
    owner: inHouse(input, recommendation.owner),
    effort: recommendation.effort,
    effortText: effortTexts[recommendation.effort],
    effect: recommendation.effect,
    priority: planned.priority,
    sourceIds: recommendation.sourceIds.filter((id) => id !== ownPosition),
  };
}
