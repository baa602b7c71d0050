import { Circle, Path, Rect, Svg, View } from "@react-pdf/renderer";
import { gaugeAlt } from "#functions/pdf/charts/chart-alt.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import { figure } from "#functions/pdf/tagging/tag.ts";
import { Words } from "#functions/pdf/words.tsx";

export interface GaugeZone {
  name: string;
  /** First value of the zone; it runs to the next zone's, or 100. */
  from: number;
}

interface LinearGaugeProps {
  width: number;
  zones: readonly GaugeZone[];
  value: number | null;
  low?: number | null;
  high?: number | null;
}

const trackTop = 14;
const trackHeight = 10;
const tickTop = trackTop + trackHeight + 2;

/** A scale from 0 to 100 like an instrument's: zones, the uncertainty as a bracket, the value as a pointer. */
export function LinearGauge({ width, zones, value, low = null, high = null }: LinearGaugeProps) {
  const { colors } = useReport();
  const at = (score: number) => (score / 100) * width;
  const ticks = Array.from({ length: 21 }, (_, index) => index * 5);
  const ruler = ticks.map((tick) => `M${at(tick)} ${tickTop}v${tick % 25 === 0 ? 6 : 3}`).join("");
  const spread = low !== null && high !== null && high > low;
  return (
    <View {...figure(gaugeAlt(zones, { value, low, high }))}>
      <Svg width={width} height={40} viewBox={`0 0 ${width} 40`}>
        {zones.map((zone, index) => {
          const end = zones[index + 1]?.from ?? 100;
          const here = value !== null && value >= zone.from && (value < end || end === 100);
          return (
            <Rect
              key={zone.name}
              x={at(zone.from) + 0.75}
              y={trackTop}
              width={at(end - zone.from) - 1.5}
              height={trackHeight}
              fill={here ? colors.accent : colors.rule}
            />
          );
        })}
        <Path d={ruler} stroke={colors.edge} strokeWidth={0.5} />
        {spread ? (
          <Path
            d={`M${at(low)} ${trackTop + 22}V${trackTop + 18}M${at(low)} ${trackTop + 20}H${at(high)}M${at(high)} ${trackTop + 22}V${trackTop + 18}`}
            stroke={colors.ink}
            strokeWidth={1.1}
          />
        ) : null}
        {value === null ? null : (
          <>
            <Path d={`M${at(value)} ${trackTop - 1}l-5 -9h10z`} fill={colors.ink} />
            <Circle cx={at(value)} cy={trackTop + trackHeight / 2} r={1.8} fill={colors.onAccent} />
          </>
        )}
      </Svg>
      <View style={{ flexDirection: "row" }}>
        {zones.map((zone, index) => (
          <View key={zone.name} style={{ width: at((zones[index + 1]?.from ?? 100) - zone.from) }}>
            <Words voice="label" size="label" color="muted" align="center">
              {zone.name}
            </Words>
          </View>
        ))}
      </View>
    </View>
  );
}
