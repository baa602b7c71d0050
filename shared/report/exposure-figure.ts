import type { Exposure, Statement } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { type Amounts, attritionExposure, twoSignificantFigures } from "#shared/scoring/exposure.ts";

/** Digits only: the salary was typed without a currency, so none is printed. */
function amount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

function each(amounts: Amounts, print: (amount: number) => string): Exposure["departure"] {
  return { low: print(amounts.low), planning: print(amounts.planning), high: print(amounts.high) };
}

const inMoney = (amounts: Amounts) => each(amounts, (value) => amount(twoSignificantFigures(value)));
const inShares = (amounts: Amounts) => each(amounts, (percent) => `${percent}% of a yearly salary`);

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
 * Returns the cost of one departure: amounts where a salary was given, otherwise shares of one; null with nobody in-house.
 * No yearly figure for one or two people, where it would point to someone.
 */
export function exposureFigure({ profile }: ReportInput): Exposure | null {
  const exposure = attritionExposure(profile.infrastructurePeople, profile.salary ?? null);
  if (exposure === null) return null;
  const { departure, departurePercent, yearly } = exposure;
  return {
    label: "One departure: exposure, not forecast",
    departure: departure === null ? inShares(departurePercent) : inMoney(departure),
    yearly: yearly === null ? null : inMoney(yearly),
    basis: yearly === null ? basis.filter(({ sourceIds }) => !sourceIds.includes("S29")) : [...basis],
  };
}
