import { Circle, Path, Rect, Svg, View } from "@react-pdf/renderer";
import { quadrantAlt } from "#functions/pdf/charts/chart-alt.ts";
import { loadLine, quadrantNames, readinessLine } from "#functions/pdf/charts/scales.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import { figure } from "#functions/pdf/tagging/tag.ts";
import { Words } from "#functions/pdf/words.tsx";

const inset = 5;

/** What each field means, in its outer corner, where the point seldom stands. */
function FieldNames({ side }: { side: number }) {
  const { colors } = useReport();
  const split = (readinessLine / 100) * side;
  return quadrantNames.map(({ name, strained, ready }) => (
    <View
      key={name}
      style={{
        position: "absolute",
        left: ready ? split + inset : inset,
        width: (ready ? side - split : split) - inset - 1,
        ...(strained ? { top: inset } : { bottom: inset + axisRoom }),
        // Covers the lines that lead from the point to the axes.
        backgroundColor: ready && !strained ? colors.panel : colors.paper,
      }}
    >
      <Words voice="label" size="label" color="muted">
        {name}
      </Words>
    </View>
  ));
}

/** Room under the square for the ticks of its axis. */
const axisRoom = 6;

/** Readiness to the right, load upward; the lines stand where the report changes its advice. */
export function Quadrant({ readiness, load, side }: { readiness: number; load: number; side: number }) {
  const { colors } = useReport();
  const x = (value: number) => (value / 100) * side;
  const y = (value: number) => side - (value / 100) * side;
  const ticks = [0, 25, 50, 75, 100];
  return (
    <View style={{ width: side }} {...figure(quadrantAlt(readiness, load))}>
      <Words voice="label" size="label" color="muted" marginBottom={4}>
        Load on the people, 100 is worst
      </Words>
      <View>
        <Svg width={side} height={side + axisRoom} viewBox={`0 0 ${side} ${side + axisRoom}`}>
          <Rect
            x={0}
            y={0}
            width={side}
            height={side}
            fill={colors.paper}
            stroke={colors.edge}
            strokeWidth={0.6}
          />
          <Rect
            x={x(readinessLine)}
            y={y(loadLine)}
            width={x(100 - readinessLine)}
            height={side - y(loadLine)}
            fill={colors.panel}
          />
          <Path
            d={`M${x(readinessLine)} 0V${side}M0 ${y(loadLine)}H${side}`}
            stroke={colors.edge}
            strokeWidth={0.6}
          />
          <Path
            d={ticks.map((tick) => `M${x(tick)} ${side}v4`).join("")}
            stroke={colors.edge}
            strokeWidth={0.5}
          />
          <Path
            d={`M${x(readiness)} ${side}V${y(load)}H0`}
            stroke={colors.accent}
            strokeWidth={0.6}
            strokeDasharray="2 2"
          />
          <Circle cx={x(readiness)} cy={y(load)} r={6} fill={colors.accent} />
          <Circle cx={x(readiness)} cy={y(load)} r={2} fill={colors.onAccent} />
        </Svg>
        <FieldNames side={side} />
      </View>
      <Words voice="label" size="label" color="muted" align="right">
        Readiness, 100 is best
      </Words>
    </View>
  );
}
