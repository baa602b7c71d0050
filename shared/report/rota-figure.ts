import type { RotaFigure } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { rota, rotaCaveat, twoTiersNeedTwo } from "#shared/rota.ts";

/** Heads counted, not the rota as it is: the answers above say who carries it today. */
const arithmetic = "If everyone shared it evenly: ";

function rowsFor(people: number): RotaFigure["rows"] {
  return ([1, 2] as const).flatMap((tiers) => {
    const found = rota(people, tiers);
    return found
      ? [{ tiers, weeksOnCall: found.shareText, nightsPerYear: found.nightsPerYear, tail: `${found.tail}.` }]
      : [];
  });
}

/** Returns the rota arithmetic of this team, or null where nobody is contacted outside working hours. */
export function rotaFigure({ answers, profile }: ReportInput): RotaFigure | null {
  const people = profile.infrastructurePeople;
  const oneTier = rota(people, 1);
  if (answers.OC1 === "na" || !oneTier) return null;
  return {
    people,
    rows: rowsFor(people),
    sentence: `${arithmetic}${oneTier.sentence}${people === 1 ? ` ${twoTiersNeedTwo}` : ""}`,
    caveat: rotaCaveat,
    share: oneTier.share,
  };
}
