/** How both numbers are worked out, in words. */
import type { Statement } from "#shared/report/report.ts";

const judgement = (text: string): Statement => ({ text, sourceIds: [] });

/** Said on the method page; the first also where the number stands. */
export const readinessMethod: readonly [Statement, ...Statement[]] = [
  judgement(
    "Every question has four answers worth 0, 35, 70 and 100 points. A domain is the weighted mean of its answers; the overall score is the weighted mean of the domains. Figures are exact fractions, rounded half up once, for print.",
  ),
  judgement(
    "“I don't know yet” counts as 20 points in the headline. The range shows the score with every unknown at the lowest and at the highest answer. “Does not apply” is taken out.",
  ),
  judgement(
    "Coverage is the weight answered, of all that applies: from 85% the confidence is high, from 60% medium, from 40% low and provisional. Below 40% no number is printed.",
  ),
  judgement(
    "Levels: 0–24 Exposed, 25–44 Reactive, 45–64 Managed, 65–84 Resilient, 85–100 Proven. Two or more overall-capping red flags hold the total at 44, one at 64, an unknown gate question at 64, any other red flag at 84. Caps never raise a score.",
  ),
  judgement(
    "Priority = (need + 5 for a red flag) ÷ effort. Need is what the overall score could gain, caps aside; what a provider could take over plays no part.",
  ),
];

/** The same for the load. */
export const loadMethod: readonly [Statement, ...Statement[]] = [
  {
    text: "Team Sustainability Risk = ¾ of the core and ¼ of the measured signals, where at least two signals are known. Core = 0.5 × demand + 0.3 × gap + 0.2 × demand × gap ÷ 100: high demand hurts most where resources are thin. The idea is published, the coefficients are our judgement. Bands: 0–29 Sustainable, 30–49 Watch, 50–69 Strained, 70–100 Unsustainable.",
    sourceIds: ["S09"],
  },
  judgement(
    "Being on call every week sets a floor of 30, with seven or more calls a month 50, with 15 hours of overtime a week 70. A people answer that is not known is left out: no strain is inferred from ignorance.",
  ),
];
