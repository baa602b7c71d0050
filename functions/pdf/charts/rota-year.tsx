import { Rect, Svg } from "@react-pdf/renderer";
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

/** One person's year, a square for each week, dark where on call. */
export function RotaYear({ share, width }: { share: number; width: number }) {
  const { colors } = useReport();
  const step = width / perRow;
  const cell = step - 3;
  const busyWeeks = weeks.filter((week) => onCallInWeek(week, share)).length;
  return (
    <Svg
      {...figure(rotaAlt(weeks.length, busyWeeks))}
      width={width}
      height={step * 2}
      viewBox={`0 0 ${width} ${step * 2}`}
    >
      {weeks.map((week) => {
        const busy = onCallInWeek(week, share);
        return (
          <Rect
            key={week}
            x={(week % perRow) * step + 0.5}
            y={Math.floor(week / perRow) * step + 0.5}
            width={cell}
            height={cell}
            fill={busy ? colors.accent : "#FFFFFF"}
            stroke={busy ? colors.accent : colors.edge}
            strokeWidth={0.6}
          />
        );
      })}
    </Svg>
  );
}
