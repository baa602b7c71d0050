import type { Situation } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";

const strongFrom = 65;
const strainedFrom = 50;

function side(value: number, line: number): string {
  return value >= line ? `${line} or more` : `below ${line}`;
}

function readinessRule(overall: number): string {
  return `Readiness ${overall} is ${side(overall, strongFrom)}: from ${strongFrom} on, systems count as holding up.`;
}

/**
 * Returns by which rule the situation reads as it does.
 * @param withLoad whether the load takes part
 */
export function situationReason({ scorecard }: ReportInput, withLoad: boolean): Situation["why"] {
  const { overall, coverage, tsr } = scorecard;
  const known = `${Math.floor(coverage * 100 + 0.5)}% of the weight is known.`;
  if (overall === null) return [known, "Below 40% no number is printed, and what to find out comes first."];
  if (coverage < 0.6) return [known, "Below 60% what is missing comes first, and the number is provisional."];
  if (!withLoad || tsr === null)
    return [readinessRule(overall), "The load takes no part here: readiness alone chooses the reading."];
  return [
    readinessRule(overall),
    `Load ${tsr} is ${side(tsr, strainedFrom)}: from ${strainedFrom} on, the work counts as strained.`,
    "The two together choose one of four readings; they are never merged into one number.",
  ];
}
