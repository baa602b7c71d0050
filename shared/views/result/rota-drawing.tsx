/** @jsxImportSource hono/jsx */
import type { RotaFigure, ScreenReport } from "#shared/report/report.ts";
import { Cite } from "./statement.tsx";

const weeks = Array.from({ length: 52 }, (_, week) => week);
const perRow = 13;

/** True for the weeks of a year that fall to one person, spread evenly. */
function onCall(week: number, share: number): boolean {
  return Math.floor((week + 1) * share + 1e-9) > Math.floor(week * share + 1e-9);
}

/** Returns one person's year of on-call weeks, and the arithmetic beside it. */
export function RotaDrawing({ rota, report }: { rota: RotaFigure; report: ScreenReport }) {
  const one = rota.rows.find(({ tiers }) => tiers === 1);
  const title = `On call ${one?.weeksOnCall ?? ""}: ${one?.nightsPerYear ?? 0} nights a year for each person.`;
  return (
    <figure class="rota">
      <svg viewBox={`0 0 ${perRow * 20} 80`} role="img" aria-label={title}>
        <title>{title}</title>
        {weeks.map((week) => (
          <rect
            key={week}
            class={onCall(week, rota.share) ? "week-on" : "week-off"}
            x={(week % perRow) * 20 + 1}
            y={Math.floor(week / perRow) * 20 + 1}
            width="17"
            height="17"
          />
        ))}
      </svg>
      <figcaption>
        <p>{rota.sentence} Each square is a week of one person's year.</p>
        <Cite statement={rota.caveat} report={report} />
      </figcaption>
    </figure>
  );
}
