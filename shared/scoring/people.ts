import Fraction from "fraction.js";
import { isLevel } from "#shared/answers.ts";
import { type Answers, type CauseId, causeIds, type Edition, type PeopleQuestion } from "#shared/edition.ts";
import { levelPoints } from "#shared/scoring/bands.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";
import { higherOf, totalWeight, weightedMean } from "#shared/scoring/weighted-mean.ts";

export interface PeopleScore {
  /** Weighted mean risks, 0 to 100; null when nothing is answered. */
  demand: Fraction | null;
  gap: Fraction | null;
  signals: Fraction | null;
  core: Fraction | null;
  /** Team Sustainability Risk, 0 to 100, higher is worse. */
  tsr: Fraction | null;
  tsrState: Scorecard["tsrState"];
  /** The same before the floors. */
  withoutFloors: Fraction | null;
  causes: Readonly<Record<CauseId, Fraction | null>>;
  causeStates: Scorecard["causeStates"];
}

/** On-call every week never reads as harmless: the highest floor that applies holds. */
const floors: readonly { at: number; applies: (answers: Answers) => boolean }[] = [
  { at: 70, applies: ({ OC1, SG1 }) => OC1 === 0 && SG1 === 0 },
  { at: 50, applies: ({ OC1, OC2 }) => OC1 === 0 && (OC2 === 0 || OC2 === 1) },
  { at: 30, applies: ({ OC1 }) => OC1 === 0 },
];

/** Nobody on call is no demand; no pay for it is not a lack. */
const countsAsNoRisk: readonly string[] = ["OC1", "OC2"];

/** Returns what a people answer counts, 0 to 100, higher is worse; null where it is left out. */
export function riskOf(question: PeopleQuestion, answers: Answers): number | null {
  const answer = answers[question.id];
  if (isLevel(answer)) return 100 - levelPoints[answer];
  return answer === "na" && question.role === "demand" && countsAsNoRisk.includes(question.id) ? 0 : null;
}

function isAsked(question: PeopleQuestion, answers: Answers): boolean {
  const answer = answers[question.id];
  return answer !== undefined && (answer !== "na" || riskOf(question, answers) !== null);
}

function answeredRisks(questions: readonly PeopleQuestion[], answers: Answers) {
  return questions.flatMap((question) => {
    const value = riskOf(question, answers);
    return value === null ? [] : [{ value, weight: question.weight }];
  });
}

function halfAnswered(questions: readonly PeopleQuestion[], answers: Answers): boolean {
  const asked = totalWeight(questions.filter((question) => isAsked(question, answers)));
  return asked > 0 && totalWeight(answeredRisks(questions, answers)) * 2 >= asked;
}

function causeRisks(questions: readonly PeopleQuestion[], answers: Answers) {
  const causes: Record<CauseId, Fraction | null> = {
    "on-call": null,
    skill: null,
    recognition: null,
    tools: null,
    emotional: null,
  };
  const causeStates: Scorecard["causeStates"] = {
    "on-call": "not known",
    skill: "not known",
    recognition: "not known",
    tools: "not known",
    emotional: "not known",
  };
  for (const cause of causeIds) {
    const sent = questions.filter(({ cause: own, id }) => own === cause && answers[id] !== undefined);
    const applying = sent.filter(({ id }) => answers[id] !== "na");
    causes[cause] = weightedMean(answeredRisks(applying, answers));
    if (causes[cause] !== null) causeStates[cause] = "scored";
    else if (sent.length > 0 && applying.length === 0) causeStates[cause] = "not applicable";
  }
  return { causes, causeStates };
}

function notApplicable(): PeopleScore {
  const { causes } = causeRisks([], {});
  const none = "not applicable";
  return {
    demand: null,
    gap: null,
    signals: null,
    core: null,
    tsr: null,
    tsrState: none,
    withoutFloors: null,
    causes,
    causeStates: { "on-call": none, skill: none, recognition: none, tools: none, emotional: none },
  };
}

/** Demand, thin resources, and their product: high demand hurts most where resources are thin (S09). */
function coreOf(demand: Fraction, gap: Fraction): Fraction {
  return demand.mul(1, 2).add(gap.mul(3, 10)).add(demand.mul(gap).mul(1, 500));
}

/**
 * Returns the people scores of normalized answers as exact fractions, 0 to 100, higher is worse.
 * The coefficients are our judgement.
 * @param infrastructurePeople 0 makes everything "not applicable"
 */
export function scorePeople(
  edition: Edition,
  answers: Answers,
  infrastructurePeople: number | null,
): PeopleScore {
  if (infrastructurePeople === 0) return notApplicable();
  const questions = edition.questions.filter((question) => question.kind === "people");
  const ofRole = (role: PeopleQuestion["role"]) => questions.filter((question) => question.role === role);
  const [demands, resources, measured] = [ofRole("demand"), ofRole("resource"), ofRole("signal")];
  const demand = weightedMean(answeredRisks(demands, answers));
  const gap = weightedMean(answeredRisks(resources, answers));
  const knownSignals = answeredRisks(measured, answers);
  const parts = { demand, gap, signals: weightedMean(knownSignals), ...causeRisks(questions, answers) };
  const enough = halfAnswered(demands, answers) && halfAnswered(resources, answers);
  if (demand === null || gap === null || !enough)
    return { ...parts, core: null, tsr: null, tsrState: "not enough information", withoutFloors: null };
  const core = coreOf(demand, gap);
  const withoutFloors =
    parts.signals !== null && knownSignals.length >= 2 ? core.mul(3, 4).add(parts.signals.mul(1, 4)) : core;
  const floor = floors.find(({ applies }) => applies(answers))?.at ?? 0;
  const tsr = higherOf(withoutFloors, new Fraction(floor));
  return { ...parts, core, tsr, tsrState: "scored", withoutFloors };
}
