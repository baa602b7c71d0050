import type { RotaFigure } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { rotaOf, rotaSentence, type Tiers } from "#shared/rota.ts";

function row(people: number, tiers: Tiers): RotaFigure["rows"][number] {
  const found = rotaOf(people, tiers);
  if (!found) return { tiers, weeksOnCall: "–", nightsPerYear: null, tail: rotaSentence(people, tiers) };
  return { tiers, weeksOnCall: found.shareText, nightsPerYear: found.nightsPerYear, tail: `${found.tail}.` };
}

/** Returns the rota arithmetic of this team, or null where nobody is contacted outside working hours. */
export function rotaFigure({ answers, profile }: ReportInput): RotaFigure | null {
  const people = profile.infrastructurePeople;
  const oneTier = rotaOf(people, 1);
  if (answers["OC1"] === "na" || !oneTier) return null;
  return {
    people,
    rows: [row(people, 1), row(people, 2)],
    sentence: oneTier.sentence,
    caveat: {
      text: "Before absences. One in four is large-team practice, not law.",
      sourceIds: ["S02"],
    },
    share: oneTier.share,
  };
}
