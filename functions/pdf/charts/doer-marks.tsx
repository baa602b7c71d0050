import { Circle, Svg, View } from "@react-pdf/renderer";
import { doerAlt } from "#functions/pdf/charts/chart-alt.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import { figure } from "#functions/pdf/tagging/tag.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Doer } from "#shared/report/report.ts";

const doers: readonly { doer: Doer; name: string; width: number }[] = [
  { doer: "Yourself", name: "Do yourself", width: 50 },
  { doer: "Share", name: "Share", width: 32 },
  { doer: "Hand over", name: "Hand over", width: 46 },
];

const side = 6;

/** Do yourself, share or hand over: three dots, the one that applies filled. */
export function DoerMarks({ chosen }: { chosen: Doer }) {
  const { colors, typeScale } = useReport();
  return (
    <View style={{ flexDirection: "row", marginTop: 1.5 }} {...figure(doerAlt(chosen))}>
      {doers.map(({ doer, name, width }) => (
        <View
          key={doer}
          style={{ width: width * Math.max(1, typeScale), flexDirection: "row", alignItems: "center" }}
        >
          <Svg width={side} height={side} viewBox={`0 0 ${side} ${side}`}>
            <Circle
              cx={side / 2}
              cy={side / 2}
              r={2.3}
              fill={doer === chosen ? colors.accent : "#FFFFFF"}
              stroke={doer === chosen ? colors.accent : colors.edge}
              strokeWidth={0.6}
            />
          </Svg>
          <View style={{ flex: 1, paddingLeft: 2 }}>
            <Words voice="label" size="label" color={doer === chosen ? "ink" : "muted"}>
              {name}
            </Words>
          </View>
        </View>
      ))}
    </View>
  );
}
