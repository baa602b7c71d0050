import Fraction from "fraction.js";
import { isLevel } from "#shared/answers.ts";
import type {
  Answer,
  Answers,
  DomainId,
  Edition,
  Industry,
  Level,
  TechnicalQuestion,
} from "#shared/edition.ts";
import { levelPoints, unknownPoints } from "#shared/scoring/bands.ts";
import { type RedFlags, redFlags, technicalQuestions } from "#shared/scoring/red-flags.ts";
import { lowerOf, totalWeight, type Weighted, weightedMean } from "#shared/scoring/weighted-mean.ts";

export interface TechnicalScore extends RedFlags {
  /** After the domain caps; a domain without an answered or unknown question is absent. */
  domains: ReadonlyMap<DomainId, Fraction>;
  /** Before the overall cap; null when no domain has a score. */
  uncapped: Fraction | null;
  overall: Fraction | null;
  /** With no cap at all, of a domain or overall: what answers alone are worth. */
  withoutAnyCap: Fraction | null;
}

/** Returns the points of a technical answer, or null when it does not count. */
export function technicalPoints(answer: Answer | undefined): number | null {
  if (isLevel(answer)) return levelPoints[answer];
  return answer === "unknown" ? unknownPoints : null;
}

function domainMeans(
  edition: Edition,
  questions: readonly TechnicalQuestion[],
  answers: Answers,
): Map<DomainId, Fraction> {
  const counted = new Map<DomainId, Weighted[]>(edition.domains.map(({ id }) => [id, []]));
  for (const { id, domain, weight } of questions) {
    const value = technicalPoints(answers[id]);
    if (value !== null) counted.get(domain)?.push({ value, weight });
  }
  const means = new Map<DomainId, Fraction>();
  for (const [id, items] of counted) {
    const mean = weightedMean(items);
    if (mean !== null) means.set(id, mean);
  }
  return means;
}

function overallOf(edition: Edition, domains: ReadonlyMap<DomainId, Fraction>): Fraction | null {
  const scored = edition.domains.filter((domain) => domains.has(domain.id));
  const weight = totalWeight(scored);
  if (weight === 0) return null;
  return scored
    .reduce(
      (sum, { id, weight }) => sum.add((domains.get(id) ?? new Fraction(0)).mul(weight)),
      new Fraction(0),
    )
    .div(weight);
}

/** Returns the technical scores of normalized answers as exact fractions, 0 to 100. */
export function scoreTechnical(edition: Edition, answers: Answers, industry: Industry): TechnicalScore {
  const questions = technicalQuestions(edition, industry);
  const red = redFlags(edition, questions, answers);
  const means = domainMeans(edition, questions, answers);
  const domains = new Map(
    [...means].map(([id, mean]) => {
      const cap = red.domainCaps.get(id);
      return [id, cap === undefined ? mean : lowerOf(mean, new Fraction(cap))] as const;
    }),
  );
  const uncapped = overallOf(edition, domains);
  const overall =
    uncapped === null || red.overallCap === null
      ? uncapped
      : lowerOf(uncapped, new Fraction(red.overallCap.cap));
  return { ...red, domains, uncapped, overall, withoutAnyCap: overallOf(edition, means) };
}

/** Returns the answers with every unknown at one level: the two ends of a range. */
export function withUnknownAs(answers: Answers, level: Level): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, answer === "unknown" ? level : answer]),
  );
}

/**
 * Returns the share of applicable technical weight that is answered at a level, 0 to 1, exact.
 * Everything of the industry's full edition counts as applicable, except "does not apply".
 */
export function technicalCoverage(edition: Edition, answers: Answers, industry: Industry): Fraction {
  const applicable = technicalQuestions(edition, industry).filter(({ id }) => answers[id] !== "na");
  const weight = totalWeight(applicable);
  if (weight === 0) return new Fraction(0);
  return new Fraction(totalWeight(applicable.filter(({ id }) => isLevel(answers[id]))), weight);
}
