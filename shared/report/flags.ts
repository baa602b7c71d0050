import { cappingFlags } from "#shared/report/figures.ts";
import type { FlagResult } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { listed, quote, quoted } from "#shared/report/wording.ts";

function effect(input: ReportInput, id: string): string {
  const { overall, overallCap, uncapped } = input.scorecard;
  if (overall === null) return "This is a red flag; there is no total for it to limit yet.";
  const limits =
    overallCap?.binding &&
    overallCap.reason !== "held" &&
    (overallCap.reason === "any flag" || cappingFlags(input).includes(id));
  if (!limits) return "This is a red flag; it does not lower the total today.";
  if (uncapped === null) return `This limits the total to ${overall}.`;
  const others = overallCap.reason === "two flags" ? "Together with the other red flags, this" : "This";
  return `${others} limits the total to ${overall}; ${uncapped} without the overall cap.`;
}

/** Returns each red flag with the answers that raise it, what it limits, and the first step against it. */
export function flagResults(input: ReportInput): FlagResult[] {
  const { edition, answers } = input;
  return input.scorecard.flags.map((id) => {
    const joint = id === edition.jointFlag.id;
    const questionIds = joint ? edition.jointFlag.questionIds : [id];
    const recommendationId = joint ? edition.jointFlag.recommendationId : (edition.flagSteps[id] ?? "");
    const recommendation = edition.recommendations.find((candidate) => candidate.id === recommendationId);
    if (!recommendation) throw new RangeError(`edition ${edition.id} has no first step for flag ${id}`);
    return {
      id,
      text: `You answered ${listed(questionIds.map((one) => quoted(quote(edition, answers, one))))}.`,
      effect: effect(input, id),
      recommendationId,
      firstStep: recommendation.firstSteps[0],
    };
  });
}
