import { View } from "@react-pdf/renderer";
import { ScoreBar } from "#functions/pdf/charts/score-bar.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { ChangePage, ChangeRow, StepRow } from "#shared/report/report.ts";

const nameWidth = 128;
const valueWidth = 136;
/** Changed answers printed with a number; the page on screen lists all. */
const mostReasons = 2;

const printed = (value: number | null) => (value === null ? "–" : String(value));

function reasonsOf({ because }: ChangeRow): string {
  const shown = because.slice(0, mostReasons).join("; ");
  const more = because.length - mostReasons;
  return more > 0 ? `${shown}; and ${more} more` : shown;
}

function barAlt({ before, after, better }: ChangeRow): string {
  return `Bar at ${printed(after)} of 100, mark at ${printed(before)} before; ${better === "more" ? "higher" : "lower"} is better.`;
}

function Bar({ row, width }: { row: ChangeRow; width: number }) {
  const { colors } = useReport();
  const marks = row.before === null ? [] : [row.before];
  const fill = row.direction === "worse" ? colors.caution : colors.accent;
  return <ScoreBar alt={barAlt(row)} width={width} value={row.after} marks={marks} fill={fill} />;
}

function Row({ row }: { row: ChangeRow }) {
  const { colors, sheet } = useReport();
  const reasons = reasonsOf(row);
  return (
    <View
      wrap={false}
      {...role("TR")}
      style={{ paddingVertical: 2.5, borderTopWidth: hairline, borderTopColor: colors.rule }}
    >
      <View style={{ flexDirection: "row", alignItems: "center" }}>
        <View style={{ width: nameWidth, paddingRight: 6 }} {...role("TH", { scope: "Row" })}>
          <Words voice="label" size="note">
            {row.name}
          </Words>
        </View>
        <View {...role("TD")}>
          <Bar row={row} width={sheet.measure - nameWidth - valueWidth} />
        </View>
        <View style={{ width: valueWidth }} {...role("TD")}>
          <Words voice="heading" size="note" align="right">
            {`${printed(row.before)} to ${printed(row.after)}: ${row.difference}`}
          </Words>
        </View>
      </View>
      <View style={{ marginLeft: nameWidth }} {...role("TD")}>
        {reasons === "" ? null : (
          <Words size="fine" color="muted">
            {reasons}
          </Words>
        )}
      </View>
    </View>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly ChangeRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <Subheading>{title}</Subheading>
      <View {...role("Table")}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </View>
    </>
  );
}

const stateWords: Readonly<Record<StepRow["state"], string>> = {
  done: "Done",
  open: "Open",
  slipped: "Slipped",
};

function Step({ step }: { step: StepRow }) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      style={{
        flexDirection: "row",
        paddingVertical: 2.5,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: 52 }}>
        <Words voice="label" size="note" color={step.state === "slipped" ? "caution" : "ink"}>
          {stateWords[step.state]}
        </Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words voice="strong" size="note">
          {step.title}
        </Words>
        <Words size="fine" color="muted">
          {`${step.said}. ${step.seen}`}
        </Words>
      </View>
    </View>
  );
}

/** What changed since an earlier assessment: numbers before and after, and what became of the plan. */
export function ChangeSection({ change }: { change: ChangePage }) {
  return (
    <>
      <SectionHeading id="change" kicker="Compared only with yourself" headline={change.headline} />
      <Words marginBottom={space.tight}>{change.summary}</Words>
      {change.flags.map((text) => (
        <Words key={text} marginBottom={space.tight}>
          {text}
        </Words>
      ))}
      {change.notes.map((text) => (
        <Words key={text} size="fine" color="muted">
          {text}
        </Words>
      ))}
      <Rows title="By area: bar now, mark before" rows={change.domains} />
      <Rows title="By cause of load, lower is better" rows={change.causes} />
      {change.steps.length === 0 ? null : <Subheading>What became of the plan</Subheading>}
      {change.slipped === null ? null : (
        <Words marginBottom={space.tight} color="caution">
          {change.slipped}
        </Words>
      )}
      {change.steps.map((step) => (
        <Step key={step.recommendationId} step={step} />
      ))}
    </>
  );
}
