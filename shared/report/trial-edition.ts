import type { Claim, Edition, Question, Recommendation } from "#shared/edition.ts";
import { screenEdition } from "#shared/report/screen-edition.ts";

const nothing: Claim = { text: "", sourceIds: [] };

function scoredQuestion(question: Question): Question {
  const silent = { text: "", answers: ["", "", "", ""], naLabel: null, whoToAsk: "" } as const;
  return question.kind === "people"
    ? { ...question, ...silent }
    : { ...question, ...silent, why: nothing, frameworks: { csf: [], cpg: [], cis: [] } };
}

function movedStep(step: Recommendation): Recommendation {
  return {
    ...step,
    effect: "",
    owner: "",
    proof: "",
    providerNote: null,
    firstSteps: ["", "", ""],
    sourceIds: [],
  };
}

/**
 * Returns an edition with what trying steps and hours on a report needs: weights, moves and titles.
 * A test holds the trials equal to those on the whole edition.
 */
export function trialEdition(edition: Edition): Edition {
  const shown = screenEdition(edition);
  return {
    ...shown,
    domains: shown.domains.map((domain) => ({
      ...domain,
      why: nothing,
      lowConsequence: "",
      highConsequence: "",
      strength: "",
    })),
    questions: shown.questions.map(scoredQuestion),
    recommendations: shown.recommendations.map(movedStep),
    industries: [],
    sources: [],
  };
}
