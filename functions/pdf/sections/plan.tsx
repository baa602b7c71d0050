import { View } from "@react-pdf/renderer";
import { Fragment } from "react";
import { PlanMatrix } from "#functions/pdf/charts/plan-matrix.tsx";
import { Citation } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { PlanGains } from "#functions/pdf/sections/plan-gains.tsx";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Plan, PlanItem, Report } from "#shared/report/report.ts";

/** What stands in the column of a checkpoint; empty where the item asks for nothing by then. */
function columnText(item: PlanItem, checkpoint: PlanItem["list"]): string {
  if (checkpoint === "30 days") return item.start;
  if (item.list === checkpoint) return item.doneBy ?? "";
  return item.after.find((later) => later.checkpoint === checkpoint)?.text ?? "";
}

function Checkpoints({ item }: { item: PlanItem }) {
  const checkpoints: readonly PlanItem["list"][] = ["30 days", "90 days", "one year"];
  const columns = checkpoints
    .map((checkpoint) => ({ checkpoint, text: columnText(item, checkpoint) }))
    .filter((column) => column.text !== "");
  return (
    <View style={{ width: 158, paddingLeft: 16 }}>
      {columns.map((column) => (
        <View key={column.checkpoint} style={{ marginBottom: space.hair }}>
          <Words voice="label" size="label" color={item.list === column.checkpoint ? "accent" : "muted"}>
            {column.checkpoint}
          </Words>
          <Words size="note">{column.text}</Words>
        </View>
      ))}
    </View>
  );
}

function FirstSteps({ steps }: { steps: readonly string[] }) {
  const { colors } = useReport();
  return (
    <View style={{ marginTop: space.tight, backgroundColor: colors.paper, padding: 6 }}>
      {steps.map((step, index) => (
        <View key={step} style={{ flexDirection: "row" }}>
          <View style={{ width: 12 }}>
            <Words voice="label" size="note" color="accent">
              {String(index + 1)}
            </Words>
          </View>
          <View style={{ flex: 1 }}>
            <Words size="note">{step}</Words>
          </View>
        </View>
      ))}
    </View>
  );
}

/** Width left of an item's text: its number, title, owner and effort. */
const titleWidth = 108;

function ItemTitle({ item, place }: { item: PlanItem; place: number }) {
  const remarks = [
    item.flag ? "Red flag" : "",
    item.findOutFirst ? "Find out first" : "",
    item.nextStep ? "Next step" : "",
  ].filter((remark) => remark !== "");
  return (
    <View style={{ width: titleWidth, paddingRight: 12 }}>
      <Words voice="heading" size="note">
        {`${place}  ${item.title}`}
      </Words>
      {remarks.length === 0 ? null : (
        <Words voice="label" size="label" color={item.flag ? "danger" : "caution"}>
          {remarks.join(" · ")}
        </Words>
      )}
      <Words voice="label" size="label" color="muted">
        {`${item.owner}\n${item.effortText}\nPriority ${item.priority}`}
      </Words>
    </View>
  );
}

function ItemDetail({ item, place }: { item: PlanItem; place: number }) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      style={{
        flexDirection: "row",
        paddingVertical: space.small - 2,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <ItemTitle item={item} place={place} />
      <View style={{ flex: 1 }}>
        <Words size="note" after={<Citation sourceIds={item.sourceIds} />}>
          {item.sentence}
        </Words>
        {item.doerNote === null ? null : (
          <Words size="note" color="muted">
            {item.doerNote}
          </Words>
        )}
        {item.list === "30 days" ? <FirstSteps steps={item.firstSteps} /> : null}
      </View>
      <Checkpoints item={item} />
    </View>
  );
}

function Conditions({ plan }: { plan: Plan }) {
  return (
    <View wrap={false}>
      {plan.nobodyInHouse === null ? null : (
        <Words voice="strong" marginBottom={space.small}>
          {plan.nobodyInHouse}
        </Words>
      )}
      {plan.empty === null ? null : (
        <Words size="lead" marginBottom={space.small}>
          {plan.empty}
        </Words>
      )}
      {plan.condition === null ? null : <Words marginTop={space.small}>{plan.condition}</Words>}
    </View>
  );
}

/** Page 4: the plan at a glance, then each step with why, who, and when it is done. */
export function PlanSection({ report }: { report: Report }) {
  const { plan } = report;
  const items = plan.lists.flatMap((list) => list.items);
  const place = (item: PlanItem) => items.indexOf(item) + 1;
  return (
    <>
      <SectionHeading id="plan" kicker="The plan" headline={plan.heading} />
      {items.length === 0 ? null : <PlanMatrix plan={plan} />}
      <Conditions plan={plan} />
      <PlanGains report={report} />
      {plan.lists
        .filter((list) => list.items.length > 0)
        .map((list) => (
          <Fragment key={list.list}>
            <Subheading room={80}>{list.heading}</Subheading>
            {list.items.map((item) => (
              <ItemDetail key={item.recommendationId} item={item} place={place(item)} />
            ))}
          </Fragment>
        ))}
      {plan.furtherTitles.length === 0 ? null : (
        <View wrap={false}>
          <Subheading>Also called for, after these</Subheading>
          <Words>{`${plan.furtherTitles.join(" · ")}.`}</Words>
        </View>
      )}
    </>
  );
}
