import { Path, Svg } from "@react-pdf/renderer";
import { rotaAlt } from "#functions/pdf/charts/chart-alt.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import { figure } from "#functions/pdf/tagging/tag.ts";

const weeks = Array.from({ length: 52 }, (_, week) => week);
const perRow = 26;

/** Whether a week of the year is on call when a share of all weeks is: spread as evenly as weeks allow. */
export function onCallInWeek(week: number, share: number): boolean {
  const before = Math.floor(week * share + 1e-9);
  const after = Math.floor((week + 1) * share + 1e-9);
  return after > before;
}

function square(week: number, step: number, side: number): string {
  const left = (week % perRow) * step + 0.5;
  const top = Math.floor(week / perRow) * step + 0.5;
  return `M${left} ${top}h${side}v${side}h${-side}z`;
}

/** One person's year, a square for each week, dark where on call. */
export function RotaYear({ share, width }: { share: number; width: number }) {
  const { colors } = useReport();
  const step = width / perRow;
  const cell = step - 3;
  const busy = weeks.filter((week) => onCallInWeek(week, share));
  const free = weeks.filter((week) => !onCallInWeek(week, share));
  const squares = (of: readonly number[]) => of.map((week) => square(week, step, cell)).join("");
  return (
    <Svg
      {...figure(rotaAlt(weeks.length, busy.length))}
      width={width}
      height={step * 2}
      viewBox={`0 0 ${width} ${step * 2}`}
    >
      {free.length === 0 ? null : (
        <Path d={squares(free)} fill="#FFFFFF" stroke={colors.edge} strokeWidth={0.6} />
      )}
      {busy.length === 0 ? null : (
        <Path d={squares(busy)} fill={colors.accent} stroke={colors.accent} strokeWidth={0.6} />
      )}
    </Svg>
  );
}
