import Fraction from "fraction.js";
import { isLevel } from "#shared/answers.ts";
import {
  type Answers,
  type CauseId,
  causeIds,
  type Edition,
  type Level,
  type PeopleQuestion,
} from "#shared/edition.ts";
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
export const floors: readonly { at: number; answers: Readonly<Record<string, readonly Level[]>> }[] = [
  { at: 70, answers: { OC1: [0], SG1: [0] } },
  { at: 50, answers: { OC1: [0], OC2: [0, 1] } },
  { at: 30, answers: { OC1: [0] } },
];

/** What the core is made of: demand, gap, and their product divided by 100. Our judgement. */
export const coreShares = {
  demand: new Fraction(1, 2),
  gap: new Fraction(3, 10),
  product: new Fraction(1, 5),
} as const;

/** What the measured signals are worth beside the core, and how many must be known. Our judgement. */
export const signalsShare = new Fraction(1, 4);
export const fewestSignals = 2;

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

function applies(wanted: Readonly<Record<string, readonly Level[]>>, answers: Answers): boolean {
  return Object.entries(wanted).every(([id, levels]) => {
    const answer = answers[id];
    return isLevel(answer) && levels.includes(answer);
  });
}

/** Demand, thin resources, and their product: high demand hurts most where resources are thin (S09). */
function coreOf(demand: Fraction, gap: Fraction): Fraction {
  const product = demand.mul(gap).div(100);
  return demand.mul(coreShares.demand).add(gap.mul(coreShares.gap)).add(product.mul(coreShares.product));
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
    parts.signals !== null && knownSignals.length >= fewestSignals
      ? core.mul(new Fraction(1).sub(signalsShare)).add(parts.signals.mul(signalsShare))
      : core;
  const floor = floors.find((one) => applies(one.answers, answers))?.at ?? 0;
  const tsr = higherOf(withoutFloors, new Fraction(floor));
  return { ...parts, core, tsr, tsrState: "scored", withoutFloors };
}
