/** Model A: the answers after a step is done, to be scored as any others. */
import { isLevel, normalizeAnswers, type Respondent } from "#shared/answers.ts";
import {
  type Answers,
  type Edition,
  type Industry,
  type Level,
  type Recommendation,
  type Step,
  steps,
} from "#shared/edition.ts";
import { rankRecommendations } from "#shared/scoring/plan.ts";

/** A recommendation taken as done, and the first checkpoint at which it moves an answer. */
export interface Undertaking {
  recommendation: Recommendation;
  notBefore: Step;
}

interface Situation {
  edition: Edition;
  /** Normalized, as of today. */
  answers: Answers;
  industry: Industry;
  /** Missing counts as one. */
  people: number;
  undertakings: readonly Undertaking[];
  step: Step;
}

/** Rules that hold for single recommendations; every other move is in the edition. */
const firstLine = "R10";
const redesignRota = { id: "R21", questionId: "OC1" } as const;
const coverAndTraining = { id: "R24", questionId: "SK1", people: 2 } as const;
const shedLoad = { id: "R30", nights: ["M1", "OC2"], afterId: "R07", afterQuestion: "I1" } as const;

function hasChosen({ undertakings }: Situation, id: string): boolean {
  return undertakings.some(({ recommendation }) => recommendation.id === id);
}

/** Nights leave the team only once outside access is safe: a second sign-in step today, or among the chosen. */
function mayShedNights(situation: Situation): boolean {
  const today = situation.answers[shedLoad.afterQuestion];
  return (isLevel(today) && today >= 2) || hasChosen(situation, shedLoad.afterId);
}

function nightsMoveOut(situation: Situation): boolean {
  return hasChosen(situation, firstLine) || (hasChosen(situation, shedLoad.id) && mayShedNights(situation));
}

/** One week in four needs four people; fewer can halve the load, or move nights out. */
function rotaLevel(situation: Situation): Level {
  if (situation.people >= 4) return 2;
  const own = situation.people >= 2 ? 1 : 0;
  if (!nightsMoveOut(situation)) return own;
  return own === 1 ? 2 : 1;
}

function actsHere({ edition, industry }: Situation, { triggers }: Recommendation): boolean {
  return edition.questions.every(
    (question) =>
      question.kind !== "technical" ||
      question.industry === null ||
      question.industry === industry ||
      triggers.every(({ questionId }) => questionId !== question.id),
  );
}

function isHeldBack(situation: Situation, recommendationId: string, questionId: string): boolean {
  if (recommendationId === coverAndTraining.id)
    return questionId === coverAndTraining.questionId && situation.people < coverAndTraining.people;
  if (recommendationId !== shedLoad.id) return false;
  return shedLoad.nights.some((id) => id === questionId) && !mayShedNights(situation);
}

/** Level an answer reaches by one recommendation, or null when it is not moved. */
function targetOf(situation: Situation, { recommendation, notBefore }: Undertaking, questionId: string) {
  const target = recommendation.moves[questionId]?.[steps.indexOf(situation.step)] ?? null;
  if (target === null || situation.step < notBefore) return null;
  if (isHeldBack(situation, recommendation.id, questionId)) return null;
  if (recommendation.id === redesignRota.id && questionId === redesignRota.questionId)
    return rotaLevel(situation);
  if (target !== "+1") return target;
  const today = situation.answers[questionId];
  return isLevel(today) ? Math.min(today + 1, 3) : null;
}

/** Never lower than today; an unknown becomes known only where the step itself establishes L2 or better. */
function movedAnswer(
  situation: Situation,
  acting: readonly Undertaking[],
  questionId: string,
  technical: boolean,
) {
  const today = situation.answers[questionId];
  const best = Math.max(-1, ...acting.map((one) => targetOf(situation, one, questionId) ?? -1));
  if (!isLevel(best)) return today;
  if (isLevel(today)) return best > today ? best : today;
  return today === "unknown" && technical && best >= 2 ? best : today;
}

/** The same for recommendations whose first checkpoint is known already, and normalized answers. */
export function answersAfter(
  edition: Edition,
  answers: Answers,
  { industry, infrastructurePeople }: Respondent,
  undertakings: readonly Undertaking[],
  step: Step,
): Answers {
  const people = infrastructurePeople ?? 1;
  const situation = { edition, answers, industry, people, undertakings, step };
  const acting = undertakings.filter(({ recommendation }) => actsHere(situation, recommendation));
  const touched = new Set(acting.flatMap(({ recommendation }) => Object.keys(recommendation.moves)));
  const moved: Record<string, Answers[string]> = { ...answers };
  for (const { id, kind } of edition.questions) {
    const answer = touched.has(id) ? movedAnswer(situation, acting, id, kind === "technical") : undefined;
    if (answer !== undefined) moved[id] = answer;
  }
  return moved;
}

/**
 * Returns recommendations with the checkpoint from which each acts: at once, or for a next step of the plan
 * from the column that leads beyond L2. Unknown ids are left out.
 */
function undertake(
  edition: Edition,
  answers: Answers,
  respondent: Respondent,
  chosen: readonly string[],
): Undertaking[] {
  const { items } = rankRecommendations(edition, answers, respondent);
  const nextSteps = new Map(items.map((item) => [item.recommendationId, item.nextStepFrom]));
  return edition.recommendations
    .filter(({ id }) => chosen.includes(id))
    .map((recommendation) => ({ recommendation, notBefore: nextSteps.get(recommendation.id) ?? 30 }));
}

/**
 * Returns the answers as they would be once the chosen recommendations stand at a checkpoint, in days.
 * No answer falls; "does not apply", absent and unknown people answers never move. Our judgement (models.md, A).
 */
export function whatIf(
  edition: Edition,
  answers: Answers,
  respondent: Respondent,
  chosen: readonly string[],
  step: Step,
): Answers {
  const normalized = normalizeAnswers(edition, answers, respondent);
  const undertakings = undertake(edition, normalized, respondent, chosen);
  return answersAfter(edition, normalized, respondent, undertakings, step);
}
