import { View } from "@react-pdf/renderer";
import { Fragment } from "react";
import { DoerMark } from "#functions/pdf/charts/doer-mark.tsx";
import { Citation } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading } from "#functions/pdf/section-heading.tsx";
import { gainsPlace, isShortPlan, PlanGains } from "#functions/pdf/sections/plan-gains.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Inline, Words } from "#functions/pdf/words.tsx";
import type { Plan, PlanItem, Report } from "#shared/report/report.ts";

const checkpoints: readonly PlanItem["list"][] = ["30 days", "90 days", "one year"];
const checkpointNames: Readonly<Record<PlanItem["list"], string>> = {
  "30 days": "30 days",
  "90 days": "90 days",
  "one year": "One year",
};
const numberWidth = 17;
/** Holds the longest title on one line. */
const titleWidth = 158;

/** What stands in the column of a checkpoint; empty where the item asks for nothing by then. */
function columnText(item: PlanItem, checkpoint: PlanItem["list"]): string {
  if (checkpoint === "30 days") return item.start;
  if (item.list === checkpoint) return item.doneBy ?? "";
  return item.after.find((later) => later.checkpoint === checkpoint)?.text ?? "";
}

function ListHead({ heading }: { heading: string }) {
  return (
    <View wrap={false} minPresenceAhead={50} style={{ marginTop: 3, paddingBottom: 1 }}>
      <Words voice="heading" size="note" color="accent" {...role("H3")}>
        {heading}
      </Words>
    </View>
  );
}

const doerNames: Readonly<Record<PlanItem["doer"], string>> = {
  Yourself: "Do yourself",
  Share: "Share",
  "Hand over": "Hand over",
};

/** Who does it, and what one should know of an item before reading it; a red flag first. */
function Remarks({ item }: { item: PlanItem }) {
  const remarks = [
    item.findOutFirst ? "find out first" : "",
    item.nextStep ? "next step" : "",
    `${item.owner}, ${item.effortText}`,
    item.priority === null ? "" : `priority\u00a0${item.priority}`,
  ].filter((remark) => remark !== "");
  const after = (
    <>
      {item.flag ? <Inline color="danger">· red flag</Inline> : null}
      <Inline color="muted">{`· ${remarks.join(" · ")}`}</Inline>
    </>
  );
  return (
    <View style={{ flex: 1, flexDirection: "row" }}>
      <DoerMark doer={item.doer} />
      <View style={{ flex: 1 }}>
        <Words voice="label" size="label" after={after}>
          {doerNames[item.doer]}
        </Words>
      </View>
    </View>
  );
}

function checkpointTexts(item: PlanItem): { checkpoint: PlanItem["list"]; text: string }[] {
  return checkpoints
    .map((checkpoint) => ({ checkpoint, text: columnText(item, checkpoint) }))
    .filter(({ text }) => text !== "")
    .map(({ checkpoint, text }) => ({ checkpoint, text: `${checkpointNames[checkpoint]}: ${text}` }));
}

/** What is done by when, a line for each checkpoint; the one of the item's own list stands out. */
function Checkpoints({ item }: { item: PlanItem }) {
  const [first, ...further] = checkpointTexts(item);
  if (!first) return null;
  const colorOf = (checkpoint: PlanItem["list"]) => (checkpoint === item.list ? "accent" : "muted");
  const after = further.map(({ checkpoint, text }) => (
    <Inline key={checkpoint} color={colorOf(checkpoint)} onNewLine>
      {text}
    </Inline>
  ));
  return (
    <Words size="fine" color={colorOf(first.checkpoint)} after={after}>
      {first.text}
    </Words>
  );
}

/** The note on the provider's part as a sentence: "exceptions stay yours" → "Exceptions stay yours.". */
function noteText({ doerNote }: PlanItem): string {
  return doerNote === null ? "" : `${doerNote.charAt(0).toUpperCase()}${doerNote.slice(1)}.`;
}

const whyText = (item: PlanItem, isOneOfFew: boolean) =>
  [item.reason, item.doneWhen, isOneOfFew ? `${item.effect}.` : "", noteText(item)]
    .filter((part) => part !== "")
    .join(" ");

/** Characters of a line over both columns, and how much of it the first may take. */
const bothColumns = 132;
const shares = [0.56, 0.58, 0.6, 0.62, 0.64, 0.66, 0.68];

/** Returns which share of the width the reasons take, beside the checkpoints, for the plan to need the fewest lines. */
function reasonShare(items: readonly PlanItem[]): number {
  const lines = (text: string, share: number) => Math.ceil(text.length / (share * bothColumns));
  const height = (item: PlanItem, share: number) =>
    Math.max(
      lines(whyText(item, false), share),
      checkpointTexts(item).reduce((sum, { text }) => sum + lines(text, 1 - share), 0),
    );
  const total = (share: number) => items.reduce((sum, item) => sum + height(item, share), 0);
  return shares.reduce((best, share) => (total(share) < total(best) ? share : best), 0.6);
}

interface ItemProps {
  item: PlanItem;
  place: number;
  isOneOfFew: boolean;
  /** Width of its reasons, as a share of what they and the checkpoints take. */
  share: number;
}

function Item({ item, place, isOneOfFew, share }: ItemProps) {
  const { colors, typeScale } = useReport();
  const steps = item.firstSteps.map((step, index) => `${index + 1}\u00a0${step}`).join(" ");
  return (
    <View
      wrap={false}
      {...role("LI", { numbering: "Decimal" })}
      style={{
        flexDirection: "row",
        paddingVertical: 1.3,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: numberWidth }} {...role("Lbl")}>
        <Words voice="heading" size="note" color={item.flag ? "danger" : "accent"}>
          {String(place)}
        </Words>
      </View>
      <View style={{ flex: 1 }}>
        <View style={{ flexDirection: "row", alignItems: "flex-end" }}>
          <View style={{ width: titleWidth * Math.max(1, typeScale) }}>
            <Words voice="heading" size="note">
              {item.title}
            </Words>
          </View>
          <Remarks item={item} />
        </View>
        <View style={{ flexDirection: "row" }}>
          <View style={{ width: `${100 * share}%`, paddingRight: 10 }}>
            <Words size="fine" after={<Citation sourceIds={item.sourceIds} />}>
              {whyText(item, isOneOfFew)}
            </Words>
          </View>
          <View style={{ flex: 1 }}>
            <Checkpoints item={item} />
          </View>
        </View>
        {item.list === "30 days" || isOneOfFew ? (
          <Words size="fine" voice="italic" marginTop={1}>
            {`First steps: ${steps}`}
          </Words>
        ) : null}
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
  const share = reasonShare(items);
  return (
    <>
      <SectionHeading id="plan" kicker="The plan" headline={plan.heading} />
      {plan.lists
        .filter((list) => list.items.length > 0)
        .map((list) => (
          <Fragment key={list.list}>
            <ListHead heading={list.heading} />
            {list.items.map((item) => (
              <Item
                key={item.recommendationId}
                item={item}
                place={items.indexOf(item) + 1}
                isOneOfFew={isShortPlan(report)}
                share={share}
              />
            ))}
          </Fragment>
        ))}
      <Conditions plan={plan} />
      {gainsPlace(report) === "plan" ? <PlanGains report={report} /> : null}
    </>
  );
}
