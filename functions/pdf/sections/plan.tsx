import { View } from "@react-pdf/renderer";
import { Fragment } from "react";
import { DoerMarks } from "#functions/pdf/charts/doer-marks.tsx";
import { Citation } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading } from "#functions/pdf/section-heading.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, isAmple, space } from "#functions/pdf/theme.ts";
import { Inline, Words } from "#functions/pdf/words.tsx";
import type { Plan, PlanItem, Report } from "#shared/report/report.ts";

const checkpoints: readonly PlanItem["list"][] = ["30 days", "90 days", "one year"];
const checkpointNames: Readonly<Record<PlanItem["list"], string>> = {
  "30 days": "30 days",
  "90 days": "90 days",
  "one year": "One year",
};
const numberWidth = 16;
const titleWidth = 138;
/** Narrower, since what stands beside it is the longer column. */
const denseTitleWidth = 126;

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
    <Words voice="label" size="label" color="danger" after={<Inline color="muted">{`· ${rest}`}</Inline>}>
      red flag
    </Words>
  );
}

function ItemTitle({ item }: { item: PlanItem }) {
  const { typeScale } = useReport();
  return (
    <View style={{ width: typeScale < 1 ? denseTitleWidth : titleWidth * typeScale, paddingRight: 6 }}>
      <Words voice="heading" size="note">
        {item.title}
      </Words>
      <Remarks item={item} />
      <DoerMarks chosen={item.doer} />
    </View>
  );
}

/** What is done by when, in columns; one after another where the plan is long. */
function Checkpoints({ item }: { item: PlanItem }) {
  const { typeScale } = useReport();
  const named = checkpoints
    .map((checkpoint) => ({ checkpoint, text: columnText(item, checkpoint) }))
    .filter(({ text }) => text !== "")
    .map(({ checkpoint, text }) => ({
      checkpoint,
      text: `${checkpointNames[checkpoint]}: ${text}`,
      color: checkpoint === item.list ? ("accent" as const) : ("muted" as const),
    }));
  const [first, ...further] = named;
  if (typeScale < 1 && first)
    return (
      <Words
        size="fine"
        color={first.color}
        after={further.map(({ checkpoint, text, color }) => (
          <Inline key={checkpoint} color={color}>
            {`· ${text}`}
          </Inline>
        ))}
      >
        {first.text}
      </Words>
    );
  return (
    <View style={{ flexDirection: "row", marginTop: 1.5 }}>
      {named.map(({ checkpoint, text, color }) => (
        <View key={checkpoint} style={{ flex: 1, paddingRight: 8 }}>
          <Words size="fine" color={color}>
            {text}
          </Words>
        </View>
      ))}
    </View>
  );
}

/** The note on the provider's part as a sentence: "exceptions stay yours" → "Exceptions stay yours.". */
function noteText({ doerNote }: PlanItem): string {
  return doerNote === null ? "" : `${doerNote.charAt(0).toUpperCase()}${doerNote.slice(1)}.`;
}

function Item({ item, place }: { item: PlanItem; place: number }) {
  const { colors, typeScale } = useReport();
  const steps = item.firstSteps.map((step, index) => `${index + 1} ${step}`).join(" ");
  return (
    <View
      wrap={false}
      {...role("LI", { numbering: "Decimal" })}
      style={{
        flexDirection: "row",
        paddingVertical: typeScale < 1 ? 1.3 : 2.1,
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
          {[item.reason, item.doneWhen, isAmple(typeScale) ? `${item.effect}.` : "", noteText(item)]
            .filter((part) => part !== "")
            .join(" ")}
        </Words>
        {item.list === "30 days" || isAmple(typeScale) ? (
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
