import type Fraction from "fraction.js";
import type { Exposure, Statement } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import {
  departureCost,
  departurePercent,
  type Span,
  twoSignificantFigures,
  yearlyExposure,
} from "#shared/scoring/exposure.ts";

/** Digits only: the salary was typed without a currency, so none is printed. */
function amount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

function printed(span: Span<Fraction>): Span<string> {
  return {
    low: amount(twoSignificantFigures(span.low)),
    planning: amount(twoSignificantFigures(span.planning)),
    high: amount(twoSignificantFigures(span.high)),
  };
}

const basis: readonly Statement[] = [
  { text: "Low: 21% of a yearly salary, the median of 27 case studies.", sourceIds: ["S27"] },
  { text: "Planning and high: half to twice a yearly salary.", sourceIds: ["S26"] },
  {
    text: "Turnover: 8.2% a year in US high-tech (2023), 17.3% in all US industries (2022–23); 12.5% is our rounded midpoint.",
    sourceIds: ["S29", "S28"],
  },
  {
    text: "Never multiplied by Team Sustainability Risk: no source gives that link. Outage, audit and lost-bid cost are not in it.",
    sourceIds: [],
  },
];

/**
 * Returns the cost of one departure: amounts where a salary was given, otherwise shares of one.
 * No yearly figure for one or two people, where it would point to someone.
 */
export function exposureFigure({
  profile,
}: {
  profile: Pick<ReportInput["profile"], "infrastructurePeople" | "salary">;
}): Exposure {
  const { salary, infrastructurePeople: people } = profile;
  const { low, planning, high } = departurePercent;
  const asShare = (percent: number) => `${percent}% of a yearly salary`;
  const yearly = salary !== undefined && people > 2 ? printed(yearlyExposure(people, salary)) : null;
  return {
    label: "One departure: exposure, not forecast",
    departure:
      salary === undefined
        ? { low: asShare(low), planning: asShare(planning), high: asShare(high) }
        : printed(departureCost(salary)),
    yearly,
    basis: yearly ? [...basis] : basis.filter(({ sourceIds }) => !sourceIds.includes("S29")),
  };
}
