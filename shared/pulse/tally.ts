/** From answers to what may be shown. Nothing else of a pulse leaves this file's caller. */
import Fraction from "fraction.js";
import type { Answers, CauseId, Edition } from "#shared/edition.ts";
import { type PulseAnswers, type PulseQuestion, pulseQuestions } from "#shared/pulse/questions.ts";
import { fewestAnswers, highestShown, lowestShown, roundedTo } from "#shared/pulse/rules.ts";
import { riskOf } from "#shared/scoring/people.ts";
import { printedInteger } from "#shared/scoring/rounding.ts";
import { totalWeight, weightedMean } from "#shared/scoring/weighted-mean.ts";

/** Risk of each cause in tens, 10 to 90, where 10 means 10 or less and 90 means 90 or more; null: not shown. */
export type PublishedCauses = Readonly<Record<CauseId, number | null>>;

/** "Nobody contacts me" answers both questions about calls with no load. */
function risksOf({ manager, id }: PulseQuestion, people: readonly PulseAnswers[]): number[] {
  return people.flatMap((answers) => {
    const answer = id === "OC2" && answers.OC1 === "na" ? "na" : answers[id];
    const risk = answer === "skip" ? null : riskOf(manager, { [id]: answer });
    return risk === null ? [] : [risk];
  });
}

function coarse(risk: Fraction): number {
  const rounded = risk.div(roundedTo).add(1, 2).floor().valueOf() * roundedTo;
  return Math.min(Math.max(rounded, lowestShown), highestShown);
}

/** Each question weighs as in the edition, however many answered it. */
function meanOf(items: readonly { weight: number; risks: readonly number[] }[]): Fraction {
  const sum = items.reduce(
    (total, { weight, risks }) =>
      total.add(new Fraction(risks.reduce((one, other) => one + other, 0) * weight, risks.length)),
    new Fraction(0),
  );
  return sum.div(totalWeight(items));
}

function ofCause(questions: readonly PulseQuestion[], people: readonly PulseAnswers[]): number | null {
  const items = questions.map((question) => ({ weight: question.weight, risks: risksOf(question, people) }));
  // One item that few answered hides the whole cause: what is left of it would tell about them.
  if (items.length === 0 || items.some(({ risks }) => risks.length < fewestAnswers)) return null;
  return coarse(meanOf(items));
}

/**
 * Returns the team's view, or null where fewer than five have answered. No number of answers, no answer to a single
 * question and no total is in it: from what is shown, nothing that is not shown can be worked out.
 */
export function tally(edition: Edition, people: readonly PulseAnswers[]): PublishedCauses | null {
  if (people.length < fewestAnswers) return null;
  const questions = pulseQuestions(edition);
  const of = (cause: CauseId) =>
    ofCause(
      questions.filter((question) => question.cause === cause),
      people,
    );
  return {
    "on-call": of("on-call"),
    skill: of("skill"),
    recognition: of("recognition"),
    tools: of("tools"),
    emotional: of("emotional"),
  };
}

/** Returns the manager's own risk of a cause by the questions of the pulse, or null where one is not answered. */
export function managersRisk(edition: Edition, answers: Answers, cause: CauseId): number | null {
  const items = pulseQuestions(edition)
    .filter((question) => question.cause === cause)
    .map(({ manager, weight }) => ({ value: riskOf(manager, answers), weight }));
  const known = items.flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight }]));
  const mean = known.length === items.length ? weightedMean(known) : null;
  return mean === null ? null : printedInteger(mean);
}
