import type { Claim, Edition, Recommendation, Source } from "#shared/edition.ts";

const nothing: Claim = { text: "", sourceIds: [] };
const everywhere = { us: "", eu: "", uk: "", other: "" };

function shownStep(recommendation: Recommendation): Recommendation {
  const [first] = recommendation.firstSteps;
  return {
    ...recommendation,
    triggerText: "",
    days30: "",
    days90: "",
    year: "",
    firstSteps: [first, "", ""],
  };
}

function shownSource(source: Source): Source {
  return { ...source, note: "" };
}

/**
 * Returns an edition without the texts that the result on screen never shows: rules, costs, benchmarks, the road map,
 * ethics, later steps. What is scored stays whole. A browser loads a third less; a test holds the result equal.
 */
export function screenEdition(edition: Edition): Edition {
  return {
    ...edition,
    instruction: "",
    sections: [],
    questions: edition.questions.map((question) => ({ ...question, hint: null, reassurance: null })),
    recommendations: edition.recommendations.map(shownStep),
    rules: [],
    benchmarks: [],
    thresholds: [],
    roadmap: [],
    industries: edition.industries.map((industry) => ({
      ...industry,
      costFormula: null,
      costNote: null,
      authority: null,
      term: everywhere,
      system: "",
    })),
    sources: edition.sources.map(shownSource),
    ethics: [],
    onCallCaveat: nothing,
    modelBasis: [],
    staysInHouse: nothing,
    promise: "",
  };
}
