/** How both numbers are worked out, in words. */
import type { Statement } from "#shared/report/report.ts";
import { listed } from "#shared/report/wording.ts";
import { readinessLevel, riskBand } from "#shared/scoring/bands.ts";
import { scoringFigures } from "#shared/scoring/scoring-figures.ts";

const { levelPoints, unknownPoints, confidences, overallCaps, core, signals, floors, flagBonus } =
  scoringFigures;
const [high, medium, low] = confidences.map(({ fromPercent }) => fromPercent);
const [overtimeFloor, callsFloor, weeklyFloor] = floors.map(({ at }) => at);

/** Such as "0–24 Exposed, 25–44 Reactive": read from the scoring itself. */
function zones(nameAt: (printed: number) => string): string {
  const names = Array.from({ length: 101 }, (_, printed) => nameAt(printed));
  return [...new Set(names)]
    .map((name) => `${names.indexOf(name)}–${names.lastIndexOf(name)} ${name}`)
    .join(", ");
}

/** Quarters as printed: "¼", "¾"; other shares in decimals. */
const quarters = (share: number) => ({ "0.25": "¼", "0.5": "½", "0.75": "¾" })[String(share)] ?? `${share}`;

const judgement = (text: string): Statement => ({ text, sourceIds: [] });

/** Said on the method page; the first also where the number stands. */
export const readinessMethod: readonly [Statement, ...Statement[]] = [
  judgement(
    `Every question has four answers worth ${listed(levelPoints.map(String))} points. A domain is the weighted mean of its answers; the overall score is the weighted mean of the domains. Figures are exact fractions, rounded half up once, for print.`,
  ),
  judgement(
    `“I don't know yet” counts as ${unknownPoints} points in the headline. The range shows the score with every unknown at the lowest and at the highest answer. “Does not apply” is taken out.`,
  ),
  judgement(
    `Coverage is the weight answered, of all that applies: from ${high}% the confidence is high, from ${medium}% medium, from ${low}% low and provisional. Below ${low}% no number is printed.`,
  ),
  judgement(
    `Levels: ${zones(readinessLevel)}. Two or more overall-capping red flags hold the total at ${overallCaps["two flags"]}, one at ${overallCaps["one flag"]}, an unknown gate question at ${overallCaps.held}, any other red flag at ${overallCaps["any flag"]}. Caps never raise a score.`,
  ),
  judgement(
    `Priority = (need + ${flagBonus} for a red flag) ÷ effort. Need is what the overall score could gain, caps aside; what a provider could take over plays no part.`,
  ),
];

/** The same for the load. */
export const loadMethod: readonly [Statement, ...Statement[]] = [
  {
    text: `Team Sustainability Risk = ${quarters(1 - signals.share)} of the core and ${quarters(signals.share)} of the measured signals, where at least two signals are known. Core = ${core.demand} × demand + ${core.gap} × gap + ${core.product} × demand × gap ÷ 100: high demand hurts most where resources are thin. The idea is published, the coefficients are our judgement. Bands: ${zones(riskBand)}.`,
    sourceIds: ["S09"],
  },
  judgement(
    `Being on call every week sets a floor of ${weeklyFloor}, with seven or more calls a month ${callsFloor}, with 15 hours of overtime a week ${overtimeFloor}. A people answer that is not known is left out: no strain is inferred from ignorance.`,
  ),
];
