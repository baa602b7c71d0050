import type { RotaFigure } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { rota, rotaCaveat, type Tiers, twoTiersNeedTwo } from "#shared/rota.ts";

function row(people: number, tiers: Tiers): RotaFigure["rows"][number] {
  const found = rota(people, tiers);
  if (!found) return { tiers, weeksOnCall: "–", nightsPerYear: null, tail: twoTiersNeedTwo };
  return { tiers, weeksOnCall: found.shareText, nightsPerYear: found.nightsPerYear, tail: `${found.tail}.` };
}

/** Returns the rota arithmetic of this team, or null where nobody is contacted outside working hours. */
export function rotaFigure({ answers, profile }: ReportInput): RotaFigure | null {
  const people = profile.infrastructurePeople;
  const oneTier = rota(people, 1);
  if (answers.OC1 === "na" || !oneTier) return null;
  return {
    people,
    rows: [row(people, 1), row(people, 2)],
    sentence: oneTier.sentence,
    caveat: rotaCaveat,
    share: oneTier.share,
  };
}
