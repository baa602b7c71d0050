import { Path, Svg } from "@react-pdf/renderer";
import { useReport } from "#functions/pdf/report-context.ts";
import { artifact } from "#functions/pdf/tagging/tag.ts";
import type { Doer } from "#shared/report/report.ts";

/** From left to right: the more is handed over. */
const doers: readonly Doer[] = ["Yourself", "Share", "Hand over"];
const side = 5;
const step = 6.5;
const width = (doers.length - 1) * step + side;

const square = (place: number) => `M${place * step + 0.3} 0.3h${side - 0.6}v${side - 0.6}h${0.6 - side}z`;

/** Three squares, the one of the doer filled. Decoration: its word stands beside it. */
export function DoerMark({ doer }: { doer: Doer }) {
  const { colors } = useReport();
  const chosen = doers.indexOf(doer);
  const others = doers.flatMap((_, place) => (place === chosen ? [] : [square(place)])).join("");
  return (
    <Svg
      {...artifact()}
      width={width}
      height={side}
      viewBox={`0 0 ${width} ${side}`}
      style={{ marginTop: 2, marginRight: 4 }}
    >
      <Path d={others} fill="none" stroke={colors.edge} strokeWidth={0.6} />
      <Path d={square(chosen)} fill={colors.accent} stroke={colors.accent} strokeWidth={0.6} />
    </Svg>
  );
}
