import { isLevel } from "#shared/answers.ts";
import type { PeopleQuestion } from "#shared/edition.ts";
import type { LoadFigure, ReadinessFigure, Report } from "#shared/report/report.ts";
import { type ReportInput, showsPeople } from "#shared/report/report-input.ts";
import { loadMethod, readinessMethod } from "#shared/report/scoring-rules.ts";
import { listedBriefly, questionOf } from "#shared/report/wording.ts";
import { technicalQuestions } from "#shared/scoring/red-flags.ts";
import type { Band } from "#shared/scoring/scorecard.ts";

/** What each band means, in one sentence. */
export const bandMeanings: Record<Band, string> = {
  Sustainable: "The load looks carryable; keep measuring.",
  Watch: "Holding, with little slack.",
  Strained: "Delivery is leaning on goodwill.",
  Unsustainable: "Remove load before adding projects.",
};

/** Ids of red flags that limit the overall score, in the scorecard's order. */
export function cappingFlags({ edition, scorecard }: ReportInput): string[] {
  return scorecard.flags.filter((id) => {
    if (id === edition.jointFlag.id) return true;
    const question = questionOf(edition, id);
    return question.kind === "technical" && question.flag?.capsOverall === true;
  });
}

function capNote(input: ReportInput): string | null {
  const { scorecard, edition } = input;
  if (scorecard.uncapped === null || scorecard.overallCap === null) return null;
  const { overall, uncapped } = scorecard;
  if (scorecard.overallCap.reason === "held") {
    const open = listedBriefly(scorecard.heldBy.map((id) => `“${questionOf(edition, id).text}”`));
    return `${overall}, held until you find out: ${open} (${uncapped} without)`;
  }
  const count =
    scorecard.overallCap.reason === "any flag" ? scorecard.flags.length : cappingFlags(input).length;
  const flags = count === 1 ? "a red flag" : `${count} red flags`;
  return `${overall}, capped by ${flags} (${uncapped} without the overall cap)`;
}

function notAsked({ edition, answers, profile }: ReportInput): string {
  const count = technicalQuestions(edition, profile.industry).filter(
    ({ id }) => answers[id] === undefined,
  ).length;
  if (count === 0) return "";
  return ` ${count === 1 ? "1 question was" : `${count} questions were`} not asked and stand outside score and range.`;
}

function confidence(input: ReportInput, percent: number): string {
  const { confidence: level } = input.scorecard;
  if (level === null)
    return `No number: ${percent}% of the weight is known, and a number needs at least 40%.`;
  const provisional = level === "Low" ? ", provisional" : "";
  return `${level} confidence${provisional}: ${percent}% of the weight is known. It says how complete the answers are, not that they are proven.${notAsked(input)}`;
}

/** Returns the readiness number with its range, coverage and whatever limits it. */
export function readinessFigure(input: ReportInput): ReadinessFigure {
  const { overall: score, low, high, level, coverage } = input.scorecard;
  const coveragePercent = Math.floor(coverage * 100 + 0.5);
  return {
    score,
    low,
    high,
    level,
    coveragePercent,
    confidence: confidence(input, coveragePercent),
    capNote: capNote(input),
    rule: readinessMethod[0],
  };
}

function knownPeopleAnswers({ edition, answers }: ReportInput): number {
  return edition.questions.filter(
    (question): question is PeopleQuestion =>
      question.kind === "people" &&
      (isLevel(answers[question.id]) || (answers[question.id] === "na" && question.role === "demand")),
  ).length;
}

/** Returns the load number with what stands behind it; null in the shared version. */
export function loadFigure(input: ReportInput): LoadFigure | null {
  if (input.variant === "without-people") return null;
  const { tsr, band, tsrState } = input.scorecard;
  if (tsr !== null && band !== null)
    return {
      tsr,
      band,
      meaning: bandMeanings[band],
      rule: loadMethod[0],
      basis: `From ${knownPeopleAnswers(input)} answers on how work is arranged, as one person sees it. Our judgement, not a validated scale.`,
    };
  const meaning =
    tsrState === "not applicable"
      ? "Load: not applicable, nobody in-house runs infrastructure."
      : "Load: not enough answers for a number.";
  return {
    tsr: null,
    band: null,
    meaning,
    rule: loadMethod[0],
    basis: "Unknown answers are left out: no strain is inferred.",
  };
}

/** Returns readiness and load side by side with a reading; never one merged number. */
export function quadrant(input: ReportInput): Report["quadrant"] {
  const { overall, tsr } = input.scorecard;
  if (!showsPeople(input) || overall === null || tsr === null) return null;
  const strong = overall >= 65;
  const strained = tsr >= 50;
  const reading = strong
    ? strained
      ? "Strong today, borrowed from people."
      : "Strong, and carryable."
    : strained
      ? "Lighten the load first, then fix."
      : "There is room to fix what is weak.";
  return { readiness: overall, load: tsr, reading };
}
