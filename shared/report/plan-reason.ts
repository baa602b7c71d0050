/** Why a step stands in the plan, as a sentence of its own. */
import { isLevel } from "#shared/answers.ts";
import type { Recommendation } from "#shared/edition.ts";
import type { QuotedAnswer } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { inHouse, listed, questionOf, quote, quoted } from "#shared/report/wording.ts";
import type { PlannedRecommendation } from "#shared/scoring/plan.ts";

function mayQuote({ edition, variant }: ReportInput, id: string): boolean {
  return variant === "full" || questionOf(edition, id).kind === "technical";
}

/** Returns the answers that call for a step, of which the version to share quotes none on people. */
export function callingAnswers(input: ReportInput, planned: PlannedRecommendation): QuotedAnswer[] {
  return planned.triggeredBy
    .filter((id) => mayQuote(input, id))
    .map((id) => quote(input.edition, input.answers, id));
}

/** Returns what stands where no single answer calls for a step: "24/7 on-call culture stands at 65 of 100". */
export function callingCause({ edition, scorecard }: ReportInput, planned: PlannedRecommendation) {
  if (planned.recommendationId === "R30")
    return { name: "Team Sustainability Risk", risk: scorecard.tsr ?? 0 };
  const bar = edition.causes.find(({ id }) => id === planned.byCause);
  return bar ? { name: bar.name, risk: scorecard.causes[bar.id] ?? 0 } : null;
}

function askedFirst(recommendation: Recommendation, input: ReportInput, open: readonly QuotedAnswer[]) {
  const [first] = open;
  if (first === undefined) return `Confirm first: ${inHouse(input, recommendation.owner)} can answer.`;
  const { whoToAsk } = questionOf(input.edition, first.questionId);
  return `Confirm first: ${inHouse(input, whoToAsk)} can answer ${listed(open.map(({ question }) => `“${question}”`))}.`;
}

function beyond(input: ReportInput, { triggers }: Recommendation): string {
  const lowest = triggers
    .flatMap(({ questionId: id }) => {
      const level = input.answers[id];
      return isLevel(level) && mayQuote(input, id) ? [{ id, level }] : [];
    })
    .sort((one, other) => one.level - other.level)[0];
  if (lowest === undefined) return "Next step beyond where the answers stand.";
  return `Next step beyond ${quoted(quote(input.edition, input.answers, lowest.id))}.`;
}

/**
 * Returns why a step stands in the plan; never empty.
 * @param quotes the answers that call for it, as far as this version quotes them
 */
export function planReason(
  input: ReportInput,
  recommendation: Recommendation,
  planned: PlannedRecommendation,
  quotes: readonly QuotedAnswer[],
): string {
  if (planned.findOutFirst) return askedFirst(recommendation, input, quotes);
  if (planned.nextStep) return beyond(input, recommendation);
  const known = quotes.filter(({ questionId }) => input.answers[questionId] !== "unknown");
  if (known.length > 0) return `Because you answered ${listed(known.slice(0, 2).map(quoted))}.`;
  const cause = callingCause(input, planned);
  if (cause) return `Because ${cause.name} stands at ${cause.risk} of 100.`;
  if (quotes.length > 0) return "Because measured signals are not known yet.";
  return "Because answers that this shortened version leaves out call for it.";
}
