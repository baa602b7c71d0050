import type Fraction from "fraction.js";
import { normalizeAnswers, type Respondent } from "#shared/answers.ts";
import type { Answers, Edition } from "#shared/edition.ts";
import { confidenceOf, readinessLevel, riskBand } from "#shared/scoring/bands.ts";
import { type PeopleScore, scorePeople } from "#shared/scoring/people.ts";
import { type PlanList, type RankedPlan, rankNormalized } from "#shared/scoring/plan.ts";
import { printedInteger } from "#shared/scoring/rounding.ts";
import type { OverallCap, Scorecard } from "#shared/scoring/scorecard.ts";
import {
  scoreTechnical,
  type TechnicalScore,
  technicalCoverage,
  withUnknownAs,
} from "#shared/scoring/technical.ts";

function printed(value: Fraction | null): number | null {
  return value === null ? null : printedInteger(value);
}

type DomainPart = Pick<Scorecard, "domains" | "domainRanges">;

function domainPart(headline: TechnicalScore, low: TechnicalScore, high: TechnicalScore): DomainPart {
  const part: DomainPart = { domains: {}, domainRanges: {} };
  for (const [id, score] of headline.domains) {
    part.domains[id] = printedInteger(score);
    part.domainRanges[id] = {
      low: printedInteger(low.domains.get(id) ?? score),
      high: printedInteger(high.domains.get(id) ?? score),
    };
  }
  return part;
}

function capPart(headline: TechnicalScore): Pick<Scorecard, "overallCap" | "uncapped"> {
  const [overall, uncapped] = [printed(headline.overall), printed(headline.uncapped)];
  if (headline.overallCap === null || overall === null || uncapped === null)
    return { overallCap: null, uncapped: null };
  const binding = uncapped > overall;
  const overallCap: OverallCap = { ...headline.overallCap, binding };
  return { overallCap, uncapped: binding ? uncapped : null };
}

type OverallPart = Pick<Scorecard, "overall" | "low" | "high" | "level" | "overallCap" | "uncapped">;

const noNumber: OverallPart = {
  overall: null,
  low: null,
  high: null,
  level: null,
  overallCap: null,
  uncapped: null,
};

function technicalPart(edition: Edition, answers: Answers, { industry }: Respondent) {
  const headline = scoreTechnical(edition, answers, industry);
  const low = scoreTechnical(edition, withUnknownAs(answers, 0), industry);
  const high = scoreTechnical(edition, withUnknownAs(answers, 3), industry);
  const coverage = technicalCoverage(edition, answers, industry).valueOf();
  const confidence = confidenceOf(coverage);
  const overall = confidence === null ? null : printed(headline.overall);
  const overallPart: OverallPart =
    overall === null
      ? noNumber
      : {
          overall,
          low: printed(low.overall),
          high: printed(high.overall),
          level: readinessLevel(overall),
          ...capPart(headline),
        };
  return {
    ...domainPart(headline, low, high),
    ...overallPart,
    flags: [...headline.flags],
    coverage,
    confidence,
    held: headline.heldBy.length > 0,
    heldBy: [...headline.heldBy],
  };
}

function peoplePart(people: PeopleScore) {
  const tsr = printed(people.tsr);
  const { causes } = people;
  return {
    tsr,
    tsrState: people.tsrState,
    band: tsr === null ? null : riskBand(tsr),
    causes: {
      "on-call": printed(causes["on-call"]),
      skill: printed(causes.skill),
      recognition: printed(causes.recognition),
      tools: printed(causes.tools),
      emotional: printed(causes.emotional),
    },
    causeStates: people.causeStates,
    signals: printed(people.signals),
  };
}

function planPart({ items }: RankedPlan) {
  const ids = (list: PlanList) =>
    items.filter((item) => item.list === list).map(({ recommendationId }) => recommendationId);
  return {
    priorities: { now: ids("now"), next: ids("next"), later: ids("later") },
    furtherRecommendations: ids("further"),
    nextSteps: items.filter(({ nextStep }) => nextStep).map(({ recommendationId }) => recommendationId),
  };
}

/**
 * Returns the printed result of a set of answers: integers, each rounded half up once from exact fractions.
 * A pure function of answers, industry and number of infrastructure people; the order of answers is irrelevant.
 * Expects answers that `checkAnswers` accepts; the set may be incomplete.
 */
export function score(edition: Edition, answers: Answers, respondent: Respondent): Scorecard {
  const normalized = normalizeAnswers(edition, answers, respondent);
  const people = scorePeople(edition, normalized, respondent.infrastructurePeople);
  return {
    edition: edition.id,
    ...technicalPart(edition, normalized, respondent),
    ...peoplePart(people),
    ...planPart(rankNormalized(edition, normalized, respondent, people)),
  };
}
