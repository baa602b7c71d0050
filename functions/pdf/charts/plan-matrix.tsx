import { Circle, Line, Rect, Svg, View } from "@react-pdf/renderer";
import { useReport } from "#functions/pdf/report-context.ts";
import { hairline } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Doer, PlanItem } from "#shared/report/report.ts";

const whenWidth = 108;
const doerWidth = 50;
const doers: readonly Doer[] = ["Yourself", "Share", "Hand over"];
const doerNames: Readonly<Record<Doer, string>> = {
  Yourself: "Do yourself",
  Share: "Share",
  "Hand over": "Hand over",
};
const checkpoints: readonly PlanItem["list"][] = ["30 days", "90 days", "one year"];

/** From the start to the checkpoint by which the item is done. */
function Timeline({ item }: { item: PlanItem }) {
  const { colors } = useReport();
  const column = whenWidth / 3;
  const end = column * (checkpoints.indexOf(item.list) + 1) - 6;
  return (
    <Svg width={whenWidth} height={12} viewBox={`0 0 ${whenWidth} 12`}>
      {checkpoints.map((checkpoint, index) => (
        <Line
          key={checkpoint}
          x1={column * (index + 1)}
          x2={column * (index + 1)}
          y1={0}
          y2={12}
          stroke={colors.rule}
          strokeWidth={0.6}
        />
      ))}
      <Rect x={2} y={4.5} width={end - 2} height={3} fill={item.flag ? colors.danger : colors.accent} />
      <Circle cx={end} cy={6} r={3.6} fill={item.flag ? colors.danger : colors.accent} />
    </Svg>
  );
}

function DoerMark({ chosen }: { chosen: boolean }) {
  const { colors } = useReport();
  return (
    <View style={{ width: doerWidth, alignItems: "center" }}>
      <Svg width={12} height={12} viewBox="0 0 12 12">
        <Circle cx={6} cy={6} r={chosen ? 4 : 1.2} fill={chosen ? colors.accent : colors.rule} />
      </Svg>
    </View>
  );
}

function HeadRow() {
  return (
    <View style={{ flexDirection: "row", alignItems: "flex-end", paddingBottom: 3 }}>
      <View style={{ flex: 1 }}>
        <Words voice="label" size="label" color="muted">
          Step, owner and effort
        </Words>
      </View>
      {checkpoints.map((checkpoint) => (
        <View key={checkpoint} style={{ width: whenWidth / 3 }}>
          <Words voice="label" size="label" color="muted" align="center">
            {checkpoint}
          </Words>
        </View>
      ))}
      {doers.map((doer) => (
        <View key={doer} style={{ width: doerWidth }}>
          <Words voice="label" size="label" color="muted" align="center">
            {doerNames[doer]}
          </Words>
        </View>
      ))}
    </View>
  );
}

function ItemRow({ item, place }: { item: PlanItem; place: number }) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      style={{
        flexDirection: "row",
        alignItems: "center",
        paddingVertical: 3.5,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: 20 }}>
        <Words voice="label" size="note" color="muted">
          {String(place)}
        </Words>
      </View>
      <View style={{ flex: 1, paddingRight: 6 }}>
        <Words voice="strong" size="note">
          {item.title}
        </Words>
        <Words size="note" color="muted">
          {`${item.owner}, ${item.effortText}`}
        </Words>
      </View>
      <Timeline item={item} />
      {doers.map((doer) => (
        <DoerMark key={doer} chosen={item.doer === doer} />
      ))}
    </View>
  );
}

/** The whole plan at a glance: when each step is done, and who does it. */
export function PlanMatrix({ items }: { items: readonly PlanItem[] }) {
  return (
    <View wrap={false}>
      <HeadRow />
      {items.map((item, index) => (
        <ItemRow key={item.recommendationId} item={item} place={index + 1} />
      ))}
    </View>
  );
}
