import { Text, View } from "@react-pdf/renderer";
import { Fragment } from "react";
import { DoerMarks } from "#functions/pdf/charts/doer-marks.tsx";
import { Citation } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading } from "#functions/pdf/section-heading.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Plan, PlanItem, Report } from "#shared/report/report.ts";

const checkpoints: readonly PlanItem["list"][] = ["30 days", "90 days", "one year"];
const checkpointNames: Readonly<Record<PlanItem["list"], string>> = {
  "30 days": "30 days",
  "90 days": "90 days",
  "one year": "One year",
};
const numberWidth = 16;
const titleWidth = 138;

/** What stands in the column of a checkpoint; empty where the item asks for nothing by then. */
function columnText(item: PlanItem, checkpoint: PlanItem["list"]): string {
  if (checkpoint === "30 days") return item.start;
  if (item.list === checkpoint) return item.doneBy ?? "";
  return item.after.find((later) => later.checkpoint === checkpoint)?.text ?? "";
}

function ListHead({ heading }: { heading: string }) {
  return (
    <View wrap={false} minPresenceAhead={50} style={{ marginTop: 4, paddingBottom: 1.5 }}>
      <Words voice="heading" size="note" color="accent" {...role("H3")}>
        {heading}
      </Words>
    </View>
  );
}

/** What one should know of an item before reading it; a red flag first. */
function Remarks({ item }: { item: PlanItem }) {
  const { colors } = useReport();
  const remarks = [
    item.findOutFirst ? "find out first" : "",
    item.nextStep ? "next step" : "",
    `${item.owner}, ${item.effortText}`,
    item.priority === null ? "" : `priority ${item.priority}`,
  ].filter((remark) => remark !== "");
  const rest = remarks.join(" · ");
  if (!item.flag)
    return (
      <Words voice="label" size="label" color="muted">
        {rest}
      </Words>
    );
  return (
    <Words
      voice="label"
      size="label"
      color="danger"
      after={<Text style={{ color: colors.muted }}>{` · ${rest}`}</Text>}
    >
      red flag
    </Words>
  );
}

function ItemTitle({ item }: { item: PlanItem }) {
  const { typeScale } = useReport();
  return (
    <View style={{ width: titleWidth * Math.max(1, typeScale), paddingRight: 8 }}>
      <Words voice="heading" size="note">
        {item.title}
      </Words>
      <Remarks item={item} />
      <DoerMarks chosen={item.doer} />
    </View>
  );
}

function Checkpoints({ item }: { item: PlanItem }) {
  return (
    <View style={{ flexDirection: "row", marginTop: 1.5 }}>
      {checkpoints.map((checkpoint) => (
        <View key={checkpoint} style={{ flex: 1, paddingRight: 8 }}>
          <Words size="fine" color={item.list === checkpoint ? "accent" : "muted"}>
            {`${checkpointNames[checkpoint]}: ${columnText(item, checkpoint) || "–"}`}
          </Words>
        </View>
      ))}
    </View>
  );
}

function Item({ item, place }: { item: PlanItem; place: number }) {
  const { colors } = useReport();
  const steps = item.firstSteps.map((step, index) => `${index + 1} ${step}`).join(" ");
  return (
    <View
      wrap={false}
      {...role("LI", { numbering: "Decimal" })}
      style={{
        flexDirection: "row",
        paddingVertical: 2.1,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: numberWidth }} {...role("Lbl")}>
        <Words voice="heading" size="note" color={item.flag ? "danger" : "accent"}>
          {String(place)}
        </Words>
      </View>
      <ItemTitle item={item} />
      <View style={{ flex: 1 }}>
        <Words size="fine" after={<Citation sourceIds={item.sourceIds} />}>
          {item.doerNote === null ? item.sentence : `${item.sentence} (${item.doerNote})`}
        </Words>
        {item.list === "30 days" ? (
          <Words size="fine" voice="italic">
            {`First steps: ${steps}`}
          </Words>
        ) : null}
        <Checkpoints item={item} />
      </View>
    </View>
  );
}

function Conditions({ plan }: { plan: Plan }) {
  const lines = [plan.nobodyInHouse, plan.condition].filter((line): line is string => line !== null);
  return (
    <View wrap={false}>
      {plan.empty === null ? null : <Words size="lead">{plan.empty}</Words>}
      {lines.map((line) => (
        <Words key={line} size="note" voice="strong" marginTop={space.tight}>
          {line}
        </Words>
      ))}
      {plan.furtherTitles.length === 0 ? null : (
        <Words size="fine" color="muted" marginTop={space.tight}>
          {`Also called for, after these: ${plan.furtherTitles.join(" · ")}.`}
        </Words>
      )}
    </View>
  );
}

/** Page 4: the whole plan on one page, to hand on: what, why, who, by when, and how one sees that it is done. */
export function PlanSection({ report }: { report: Report }) {
  const { plan } = report;
  const items = plan.lists.flatMap((list) => list.items);
  return (
    <>
      <SectionHeading id="plan" kicker="The plan" headline={plan.heading} />
      {plan.lists
        .filter((list) => list.items.length > 0)
        .map((list) => (
          <Fragment key={list.list}>
            <ListHead heading={list.heading} />
            {list.items.map((item) => (
              <Item key={item.recommendationId} item={item} place={items.indexOf(item) + 1} />
            ))}
          </Fragment>
        ))}
      <Conditions plan={plan} />
    </>
  );
}
