/** The order of work: which recommendations the answers call for, and in which list each stands. */
import { normalizeAnswers, type Respondent } from "#shared/answers.ts";
import type { Answers, Edition } from "#shared/edition.ts";
import { type Candidate, candidates, type RankedRecommendation } from "#shared/scoring/candidates.ts";
import { needContext, strained } from "#shared/scoring/needs.ts";
import { type PeopleScore, scorePeople } from "#shared/scoring/people.ts";
import { printedInteger } from "#shared/scoring/rounding.ts";

export type PlanList = "now" | "next" | "later" | "further";

export interface PlannedRecommendation extends RankedRecommendation {
  /** Thirty days, ninety days, one year, or beyond the three lists. */
  list: PlanList;
}

export interface RankedPlan {
  /** In order of work. */
  items: readonly PlannedRecommendation[];
  /** R31 stands outside the lists, as the condition before anything is handed over. */
  conditionBeforeHandover: boolean;
}

const fewest = 3;
/** How many steps each list holds; from the printed load given, the first holds fewer. Our judgement. */
export const capacity = { now: 3, nowUnderLoad: 2, next: 4, later: 5, underLoadFrom: 70 } as const;

const shedLoad = "R30";
const responsibilityMatrix = "R31";
/** Steps about the work of people; technical answers can call for no other of them. */
const peopleItems: readonly string[] = ["R21", "R22", "R23", "R24", "R25", "R26", "R27", "R28", "R29", "R30"];

/** Returns whether a step is about how people work (R21 to R30). */
export function isPeopleItem(recommendationId: string): boolean {
  return peopleItems.includes(recommendationId);
}

/** From 50 to 69, one step about people's work stands among the first three. */
function withPeopleItemInTopThree(ranked: readonly Candidate[]): readonly Candidate[] {
  const best = ranked.findIndex(({ recommendationId }) => isPeopleItem(recommendationId));
  const item = ranked[best];
  if (item === undefined || best < fewest) return ranked;
  return ranked.filter((other) => other !== item).toSpliced(fewest - 1, 0, item);
}

const relief: RankedRecommendation = {
  recommendationId: shedLoad,
  triggeredBy: [],
  byCause: null,
  flag: false,
  nextStep: false,
  nextStepFrom: null,
  findOutFirst: false,
  priority: null,
};

function listAt(position: number, now: number): PlanList {
  if (position < now) return "now";
  if (position < now + capacity.next) return "next";
  return position < now + capacity.next + capacity.later ? "later" : "further";
}

function asRanked({ score, domainWeight, effort, ...ranked }: Candidate): RankedRecommendation {
  return ranked;
}

function conditionBeforeHandover(edition: Edition, items: readonly PlannedRecommendation[]): boolean {
  const listed = items
    .filter(({ list }) => list !== "further")
    .map(({ recommendationId }) => recommendationId);
  return (
    !listed.includes(responsibilityMatrix) &&
    edition.recommendations.some(({ id, provider }) => provider !== "No" && listed.includes(id))
  );
}

/** Returns the listed items in order of work, then those beyond the lists by id. */
export function inPlanOrder(items: readonly PlannedRecommendation[]): readonly PlannedRecommendation[] {
  const further = items.filter(({ list }) => list === "further");
  return [
    ...items.filter(({ list }) => list !== "further"),
    ...further.sort((a, b) => a.recommendationId.localeCompare(b.recommendationId, "en")),
  ];
}

/**
 * Returns the plan that answers call for, in order of work; the same whether or not a score can be printed.
 * Priority = (need + 5 for a red flag) ÷ effort, compared as printed; how much work a provider could take plays no part.
 */
export function rankRecommendations(edition: Edition, answers: Answers, respondent: Respondent): RankedPlan {
  const normalized = normalizeAnswers(edition, answers, respondent);
  return rankNormalized(
    edition,
    normalized,
    respondent,
    scorePeople(edition, normalized, respondent.infrastructurePeople),
  );
}

/** The same for normalized answers whose people score is known already. */
export function rankNormalized(
  edition: Edition,
  answers: Answers,
  respondent: Respondent,
  people: PeopleScore,
): RankedPlan {
  const { called, beyond } = candidates(needContext(edition, answers, respondent, people));
  const tsr = people.tsr === null ? 0 : printedInteger(people.tsr);
  const underLoad = tsr >= capacity.underLoadFrom;
  const ranked = tsr >= strained.from && !underLoad ? withPeopleItemInTopThree(called) : called;
  const filled = [...ranked, ...beyond.slice(0, Math.max(0, fewest - ranked.length))].map(asRanked);
  const ordered = underLoad ? [relief, ...filled] : filled;
  const now = underLoad ? capacity.nowUnderLoad : capacity.now;
  const items = ordered.map((item, position) => ({ ...item, list: listAt(position, now) }));
  return { items, conditionBeforeHandover: conditionBeforeHandover(edition, items) };
}
