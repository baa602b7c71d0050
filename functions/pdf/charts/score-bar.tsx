import { Line, Path, Rect, Svg } from "@react-pdf/renderer";
import { domainBarAlt } from "#functions/pdf/charts/chart-alt.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import { figure } from "#functions/pdf/tagging/tag.ts";

interface ScoreBarProps {
  /** What the bar says to those who cannot see it; its value and range when left out. */
  alt?: string;
  width: number;
  /** 0..100, or null: the track stays empty. */
  value: number | null;
  low?: number | null;
  high?: number | null;
  /** Values marked by a line across the track. */
  marks?: readonly number[];
  fill: string;
}

const height = 12;

/** One bar on a 0 to 100 track, its range drawn over it. */
export function ScoreBar({ alt, width, value, low = null, high = null, marks = [], fill }: ScoreBarProps) {
  const { colors } = useReport();
  const at = (score: number) => Math.round((score / 100) * width * 100) / 100;
  const spread = low !== null && high !== null && high > low;
  return (
    <Svg
      {...figure(alt ?? domainBarAlt({ value, low, high }))}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <Rect x={0} y={3} width={width} height={6} fill={colors.panel} />
      {value === null ? null : <Rect x={0} y={3} width={Math.max(at(value), 1)} height={6} fill={fill} />}
      {marks.length === 0 ? null : (
        <Path d={marks.map((mark) => `M${at(mark)} 1V11`).join("")} stroke={colors.edge} strokeWidth={0.5} />
      )}
      {spread ? (
        <>
          <Line x1={at(low)} x2={at(high)} y1={6} y2={6} stroke="#FFFFFF" strokeWidth={2.6} />
          <Path
            d={`M${at(low)} 2.5V9.5M${at(low)} 6H${at(high)}M${at(high)} 2.5V9.5`}
            stroke={colors.ink}
            strokeWidth={1}
          />
        </>
      ) : null}
    </Svg>
  );
}
