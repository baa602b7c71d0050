import { Circle, Line, Rect, Svg, Text, View } from "@react-pdf/renderer";
import { useReport } from "#functions/pdf/report-context.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Doer, Plan, PlanItem } from "#shared/report/report.ts";

const whenWidth = 102;
const doerWidth = 45;
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

function HeadRow({ heading }: { heading: string }) {
  return (
    <View style={{ flexDirection: "row", alignItems: "flex-end", paddingBottom: 3 }}>
      <View style={{ flex: 1 }}>
        <Words voice="heading" size="note" color="accent">
          {heading}
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

function Owner({ item }: { item: PlanItem }) {
  const { colors } = useReport();
  return (
    <Text style={{ fontWeight: 400, color: colors.muted }}>{`  ${item.owner}, ${item.effortText}`}</Text>
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
        <Words voice="strong" size="note" after={<Owner item={item} />}>
          {item.title}
        </Words>
      </View>
      <Timeline item={item} />
      {doers.map((doer) => (
        <DoerMark key={doer} chosen={item.doer === doer} />
      ))}
    </View>
  );
}

/** The plan at a glance, list by list: when each step is done, and who does it. */
export function PlanMatrix({ plan }: { plan: Plan }) {
  const items = plan.lists.flatMap((list) => list.items);
  return (
    <>
      {plan.lists
        .filter((list) => list.items.length > 0)
        .map((list) => (
          <View key={list.list} wrap={false} style={{ marginBottom: space.small }}>
            <HeadRow heading={list.heading} />
            {list.items.map((item) => (
              <ItemRow key={item.recommendationId} item={item} place={items.indexOf(item) + 1} />
            ))}
          </View>
        ))}
    </>
  );
}
