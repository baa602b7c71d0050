import type { Recommendation } from "#shared/edition.ts";
import { partnerRecommendations } from "#shared/questions/2026-1/recommendations-partners.ts";
import { peopleRecommendations } from "#shared/questions/2026-1/recommendations-people.ts";
import { systemRecommendations } from "#shared/questions/2026-1/recommendations-systems.ts";

/**
 * The library, R01 to R35 in order. Rules that are no table row stay in the planning code:
 * OC1 at L0 for R21, two of SG1 to SG3 unknown for R29, load at 70 or more for R30.
 */
export const recommendations: readonly Recommendation[] = [
  ...systemRecommendations,
  ...peopleRecommendations,
  ...partnerRecommendations,
];
