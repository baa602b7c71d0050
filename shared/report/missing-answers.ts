import type { TechnicalQuestion } from "#shared/edition.ts";
import type { FindOut } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { inHouse } from "#shared/report/wording.ts";
import { technicalQuestions } from "#shared/scoring/red-flags.ts";

function domainWeight(input: ReportInput, question: TechnicalQuestion): number {
  return input.edition.domains.find(({ id }) => id === question.domain)?.weight ?? 0;
}

function byNeed(input: ReportInput) {
  return (one: TechnicalQuestion, other: TechnicalQuestion) =>
    Number(other.holds) - Number(one.holds) ||
    domainWeight(input, other) * other.weight - domainWeight(input, one) * one.weight;
}

/** Returns the technical questions answered "I don't know yet": what to find out, most telling first. */
export function findOutList(input: ReportInput): FindOut[] {
  const { overallCap } = input.scorecard;
  const bindingHold = overallCap?.binding === true && overallCap.reason === "held";
  return technicalQuestions(input.edition, input.profile.industry)
    .filter(({ id }) => input.answers[id] === "unknown")
    .sort(byNeed(input))
    .map(({ id, text, whoToAsk }) => ({
      questionId: id,
      question: text,
      whoToAsk: `${inHouse(input, whoToAsk)} can answer this.`,
      holds: bindingHold && input.scorecard.heldBy.includes(id),
    }));
}

/** Returns technical questions without a known answer, unknown or not asked, most telling first. */
export function missingQuestions(input: ReportInput): TechnicalQuestion[] {
  return technicalQuestions(input.edition, input.profile.industry)
    .filter(({ id }) => input.answers[id] === "unknown" || input.answers[id] === undefined)
    .sort(byNeed(input));
}
