/** Every figure of the scoring that is not in an edition, as plain numbers: what texts about the method print. */
import { confidences, levelPoints, unknownPoints } from "#shared/scoring/bands.ts";
import { effortDivisor, flagBonus } from "#shared/scoring/candidates.ts";
import { strained } from "#shared/scoring/needs.ts";
import { coreShares, fewestSignals, floors, signalsShare } from "#shared/scoring/people.ts";
import { capacity } from "#shared/scoring/plan.ts";
import { overallCaps } from "#shared/scoring/red-flags.ts";

export const scoringFigures = {
  /** Points of the four answers, worst to best. */
  levelPoints: [...levelPoints] as readonly number[],
  unknownPoints: unknownPoints as number,
  /** Percent of coverage from which a confidence holds, highest first. */
  confidences: confidences.map(([from, name]) => ({ name, fromPercent: Math.round(from * 100) })),
  overallCaps: overallCaps as Readonly<Record<keyof typeof overallCaps, number>>,
  /** Shares of the core, 0 to 1. */
  core: {
    demand: coreShares.demand.valueOf(),
    gap: coreShares.gap.valueOf(),
    product: coreShares.product.valueOf(),
  },
  signals: { share: signalsShare.valueOf(), fewest: fewestSignals as number },
  /** Highest first: the risk is at least this with these answers. */
  floors,
  flagBonus: flagBonus as number,
  effort: {
    S: effortDivisor.S.valueOf(),
    M: effortDivisor.M.valueOf(),
    L: effortDivisor.L.valueOf(),
  },
  /** From this load, steps about people's work count by the factor. */
  strained: { from: strained.from as number, factor: strained.factor.valueOf() },
  /** Steps in the first list, and from which load it holds fewer. */
  firstList: {
    steps: capacity.now as number,
    underLoad: capacity.nowUnderLoad as number,
    from: capacity.underLoadFrom as number,
  },
} as const;

export type ScoringFigures = typeof scoringFigures;
