/** How much each called-for recommendation would recover: the first half of the plan's arithmetic. */
import Fraction from "fraction.js";
import type { Respondent } from "#shared/answers.ts";
import { isLevel } from "#shared/answers.ts";
import type { Answers, CauseId, Edition, Level, Recommendation, TechnicalQuestion } from "#shared/edition.ts";
import { levelPoints } from "#shared/scoring/bands.ts";
import type { PeopleScore } from "#shared/scoring/people.ts";
import { technicalQuestions } from "#shared/scoring/red-flags.ts";
import { printedInteger } from "#shared/scoring/rounding.ts";
import { technicalPoints } from "#shared/scoring/technical.ts";
import { totalWeight } from "#shared/scoring/weighted-mean.ts";

export interface NeedContext {
  edition: Edition;
  /** Normalized. */
  answers: Answers;
  questions: readonly TechnicalQuestion[];
  people: PeopleScore;
  /** 3/2 from a printed TSR of 50, otherwise 1. */
  peopleFactor: Fraction;
}

export interface Call {
  need: Fraction;
  /** Answers that call for it. */
  questionIds: string[];
  byCause: CauseId | null;
  /** Largest weight among the domains of its technical triggers; 0 without one. */
  domainWeight: number;
  /** Nothing is known yet about any answer that calls for it. */
  findOutFirst: boolean;
}

/** A technical unknown calls as strongly as L1 would. */
const unknownNeedPoints = levelPoints[1];

/** From this printed load, steps about the work of people count as much more. Our judgement. */
export const strained = { from: 50, factor: new Fraction(3, 2) } as const;

const redesignRota = { id: "R21", also: "OC1" } as const;
const measureSafely = { id: "R29", signals: ["SG1", "SG2", "SG3"] } as const;

export function needContext(
  edition: Edition,
  answers: Answers,
  respondent: Respondent,
  people: PeopleScore,
): NeedContext {
  const heavy = people.tsr !== null && printedInteger(people.tsr) >= strained.from;
  return {
    edition,
    answers,
    people,
    questions: technicalQuestions(edition, respondent.industry),
    peopleFactor: heavy ? strained.factor : new Fraction(1),
  };
}

function domainWeight(context: NeedContext, question: TechnicalQuestion): number {
  return context.edition.domains.find(({ id }) => id === question.domain)?.weight ?? 0;
}

/** Overall points that one technical answer could recover, caps aside. */
export function technicalNeed(context: NeedContext, question: TechnicalQuestion): Fraction {
  const answer = context.answers[question.id];
  const points = isLevel(answer) ? levelPoints[answer] : unknownNeedPoints;
  const counted = context.questions.filter(
    ({ id, domain }) => domain === question.domain && technicalPoints(context.answers[id]) !== null,
  );
  return new Fraction(domainWeight(context, question) * (100 - points) * question.weight, 100).div(
    totalWeight(counted),
  );
}

function peopleNeed(context: NeedContext, level: Level): Fraction {
  return new Fraction(2 * (100 - levelPoints[level]), 100).mul(context.peopleFactor);
}

const nothing: Call = {
  need: new Fraction(0),
  questionIds: [],
  byCause: null,
  domainWeight: 0,
  findOutFirst: false,
};

/** Sums the need of a recommendation's trigger questions at an accepted answer; null when none does. */
function callByQuestions(
  context: NeedContext,
  recommendation: Recommendation,
  accepted: readonly (Level | "unknown")[],
): Call | null {
  const parts = recommendation.triggers.flatMap(({ questionId }) => {
    const answer = context.answers[questionId];
    if (answer === undefined || answer === "na" || !accepted.includes(answer)) return [];
    const question = context.questions.find(({ id }) => id === questionId);
    if (question !== undefined)
      return [
        {
          questionId,
          answer,
          need: technicalNeed(context, question),
          domainWeight: domainWeight(context, question),
        },
      ];
    return isLevel(answer)
      ? [{ questionId, answer, need: peopleNeed(context, answer), domainWeight: 0 }]
      : [];
  });
  if (parts.length === 0) return null;
  return {
    need: parts.reduce((sum, { need }) => sum.add(need), new Fraction(0)),
    questionIds: parts.map(({ questionId }) => questionId),
    byCause: null,
    domainWeight: Math.max(...parts.map((part) => part.domainWeight)),
    findOutFirst: parts.every(({ answer }) => answer === "unknown"),
  };
}

function callByCause(context: NeedContext, recommendation: Recommendation): Call | null {
  const risk = recommendation.cause === null ? null : context.people.causes[recommendation.cause];
  if (risk === null) return null;
  const weekly = recommendation.id === redesignRota.id && context.answers[redesignRota.also] === 0;
  if (printedInteger(risk) < 50 && !weekly) return null;
  return {
    ...nothing,
    need: risk.mul(4, 100).mul(context.peopleFactor),
    questionIds: weekly ? [redesignRota.also] : [],
    byCause: recommendation.cause,
  };
}

function callByUnknownSignals(context: NeedContext, recommendation: Recommendation): Call | null {
  if (recommendation.id !== measureSafely.id) return null;
  const unknown = measureSafely.signals.filter((id) => context.answers[id] === "unknown");
  return unknown.length < 2 ? null : { ...nothing, need: new Fraction(1), questionIds: [...unknown] };
}

/** Returns what calls for a recommendation and how strongly, or null when no answer does. */
export function callFor(context: NeedContext, recommendation: Recommendation): Call | null {
  return (
    callByQuestions(context, recommendation, [0, 1, "unknown"]) ??
    callByCause(context, recommendation) ??
    callByUnknownSignals(context, recommendation)
  );
}

/** Returns the same for a step beyond L2, which no answer calls for: trigger questions at L2 only. */
export function callForNextStep(context: NeedContext, recommendation: Recommendation): Call | null {
  return recommendation.cause === null ? callByQuestions(context, recommendation, [2]) : null;
}
