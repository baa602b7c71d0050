/** The order of work: which recommendations the answers call for, and in which list each stands. */
import Fraction from "fraction.js";
import { normalizeAnswers, type Respondent } from "#shared/answers.ts";
import type { Answers, CauseId, Edition, Effort, Recommendation } from "#shared/edition.ts";
import { type Call, callFor, callForNextStep, type NeedContext, needContext } from "#shared/scoring/needs.ts";
import { type PeopleScore, scorePeople } from "#shared/scoring/people.ts";
import { redFlags } from "#shared/scoring/red-flags.ts";
import { printedDecimals, printedInteger } from "#shared/scoring/rounding.ts";

export type PlanList = "now" | "next" | "later" | "further";

export interface PlannedRecommendation {
  recommendationId: string;
  /** Thirty days, ninety days, one year, or beyond the three lists. */
  list: PlanList;
  /** Answers that call for it, in the order of the edition; empty for R30 and where only a cause does. */
  triggeredBy: readonly string[];
  /** The cause whose printed risk of 50 or more calls for it. */
  byCause: CauseId | null;
  /** A red flag stands behind it. */
  flag: boolean;
  /** No answer calls for it: it leads beyond L2. */
  nextStep: boolean;
  /** Days of the first column that leads beyond L2; null unless a next step. */
  nextStepFrom: 90 | 365 | null;
  /** Only technical unknowns call for it: find out first. */
  findOutFirst: boolean;
  /** Printed, two decimals; null for R30, which is placed by rule. */
  priority: string | null;
}

export interface RankedPlan {
  /** In order of work. */
  items: readonly PlannedRecommendation[];
  /** R31 stands outside the lists, as the condition before anything is handed over. */
  conditionBeforeHandover: boolean;
}

type Ranked = Omit<PlannedRecommendation, "list">;
type Candidate = Ranked & { score: Fraction; domainWeight: number; effort: Effort };

const effortDivisor: Record<Effort, Fraction> = {
  S: new Fraction(1),
  M: new Fraction(5, 4),
  L: new Fraction(8, 5),
};
const effortOrder: readonly Effort[] = ["S", "M", "L"];
const flagBonus = 5;
const fewest = 3;
const capacity = { now: 3, nowUnderLoad: 2, next: 4, later: 5 } as const;

const shedLoad = "R30";
const responsibilityMatrix = "R31";
/** Steps about the work of people; technical answers can call for no other of them. */
const peopleItems: readonly string[] = ["R21", "R22", "R23", "R24", "R25", "R26", "R27", "R28", "R29", "R30"];

/** Effort as a divisor of priority and gain: S 1, M 1.25, L 1.6. */
export function effortOf(recommendation: Recommendation): Fraction {
  return effortDivisor[recommendation.effort];
}

/** Returns whether a step is about how people work (R21 to R30). */
export function isPeopleItem(recommendationId: string): boolean {
  return peopleItems.includes(recommendationId);
}

function flaggedRecommendations(context: NeedContext): ReadonlySet<string> {
  const { edition, questions, answers } = context;
  const { flags } = redFlags(edition, questions, answers);
  return new Set(
    flags
      .map((flag) =>
        flag === edition.jointFlag.id ? edition.jointFlag.recommendationId : edition.flagSteps[flag],
      )
      .filter((id) => id !== undefined),
  );
}

/** Returns the days of the first column that leads a trigger question beyond L2: 90, otherwise one year. */
export function nextStepFrom(recommendation: Recommendation): 90 | 365 {
  return Object.values(recommendation.moves).some(([, at90]) => at90 === 3) ? 90 : 365;
}

function candidate(recommendation: Recommendation, call: Call, flag: boolean, nextStep: boolean): Candidate {
  const score = call.need
    .add(flag ? flagBonus : 0)
    .div(effortOf(recommendation))
    .round(2);
  return {
    recommendationId: recommendation.id,
    triggeredBy: call.questionIds,
    byCause: call.byCause,
    flag,
    nextStep,
    nextStepFrom: nextStep ? nextStepFrom(recommendation) : null,
    findOutFirst: call.findOutFirst,
    priority: printedDecimals(score, 2),
    score,
    domainWeight: call.domainWeight,
    effort: recommendation.effort,
  };
}

function byPriority(a: Candidate, b: Candidate): number {
  return (
    b.score.compare(a.score) ||
    Number(b.flag) - Number(a.flag) ||
    effortOrder.indexOf(a.effort) - effortOrder.indexOf(b.effort) ||
    b.domainWeight - a.domainWeight ||
    a.recommendationId.localeCompare(b.recommendationId, "en")
  );
}

function candidates(context: NeedContext): { called: Candidate[]; beyond: Candidate[] } {
  const flagged = flaggedRecommendations(context);
  const called: Candidate[] = [];
  const beyond: Candidate[] = [];
  for (const recommendation of context.edition.recommendations) {
    const call = callFor(context, recommendation);
    const further = call === null ? callForNextStep(context, recommendation) : null;
    if (call !== null) called.push(candidate(recommendation, call, flagged.has(recommendation.id), false));
    if (further !== null) beyond.push(candidate(recommendation, further, false, true));
  }
  return { called: called.sort(byPriority), beyond: beyond.sort(byPriority) };
}

/** From 50 to 69, one step about people's work stands among the first three. */
function withPeopleItemInTopThree(ranked: readonly Candidate[]): readonly Candidate[] {
  const best = ranked.findIndex(({ recommendationId }) => isPeopleItem(recommendationId));
  const item = ranked[best];
  if (item === undefined || best < fewest) return ranked;
  return ranked.filter((other) => other !== item).toSpliced(fewest - 1, 0, item);
}

const relief: Ranked = {
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

function asRanked({ score, domainWeight, effort, ...ranked }: Candidate): Ranked {
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
  const ranked = tsr >= 50 && tsr < 70 ? withPeopleItemInTopThree(called) : called;
  const filled = [...ranked, ...beyond.slice(0, Math.max(0, fewest - ranked.length))].map(asRanked);
  const ordered = tsr >= 70 ? [relief, ...filled] : filled;
  const now = tsr >= 70 ? capacity.nowUnderLoad : capacity.now;
  const items = ordered.map((item, position) => ({ ...item, list: listAt(position, now) }));
  return { items, conditionBeforeHandover: conditionBeforeHandover(edition, items) };
}
