/** What a lead's answers say about need. Below five people no people answer has a part in it. */

import type { Respondent } from "#shared/answers.ts";
import { normalizeAnswers, withoutPeopleAnswers } from "#shared/answers.ts";
import type { Answers, Edition, Industry, ProviderShare } from "#shared/edition.ts";
import { providerShare } from "#shared/models/provider-share.ts";
import { score } from "#shared/scoring/score.ts";
import type { Band, ReadinessLevel, Scorecard } from "#shared/scoring/scorecard.ts";

export interface LeadNeed {
  /** Number of red flags. */
  flags: number;
  /** null: hidden below five people, not applicable or not known. */
  band: Band | null;
  level: ReadinessLevel | null;
  /** Printed steps a provider can run, and those to share. */
  yes: number;
  shared: number;
}

/** The least number of people from which a band may be shown. */
export const fewestForBand = 5;

/** Returns whether answers about people stay out of sales: one to four people, or an unknown number. */
export function hidesPeople(infrastructurePeople: number | null): boolean {
  return infrastructurePeople === null || (infrastructurePeople > 0 && infrastructurePeople < fewestForBand);
}

/** Returns the answers that sales may rest on. */
export function answersForSales(edition: Edition, answers: Answers, respondent: Respondent): Answers {
  return hidesPeople(respondent.infrastructurePeople)
    ? withoutPeopleAnswers(edition, answers)
    : normalizeAnswers(edition, answers, respondent);
}

function countShares(edition: Edition, { priorities }: Scorecard, industry: Industry, share: ProviderShare) {
  const listed = [...priorities.now, ...priorities.next, ...priorities.later];
  return edition.recommendations.filter(
    (recommendation) =>
      listed.includes(recommendation.id) && providerShare(recommendation, industry) === share,
  ).length;
}

/** Returns the facts behind the need points of a lead. */
export function leadNeed(edition: Edition, answers: Answers, respondent: Respondent): LeadNeed {
  const scorecard = score(edition, answersForSales(edition, answers, respondent), respondent);
  return {
    flags: scorecard.flags.length,
    band: hidesPeople(respondent.infrastructurePeople) ? null : scorecard.band,
    level: scorecard.level,
    yes: countShares(edition, scorecard, respondent.industry, "Yes"),
    shared: countShares(edition, scorecard, respondent.industry, "Shared"),
  };
}
