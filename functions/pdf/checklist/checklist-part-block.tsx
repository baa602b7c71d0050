import { View } from "@react-pdf/renderer";
import { TickBox } from "#functions/pdf/checklist/tick-box.tsx";
import { Citation, Cited } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { artifact, role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { ChecklistPart } from "#shared/checklists/domain-checklist.ts";

/** Lines to write on: who did it, when, and what was missing. */
function WritingLines() {
  const { colors } = useReport();
  const line = { borderBottomWidth: hairline, borderBottomColor: colors.edge, height: 20 };
  const fields = [
    { label: "Done by", flex: 2 },
    { label: "Date", flex: 1 },
    { label: "If a step failed: what was missing", flex: 5 },
  ];
  return (
    <View style={{ flexDirection: "row", marginTop: space.tight }} {...artifact()}>
      {fields.map(({ label, flex }, index) => (
        <View key={label} style={{ flex, marginLeft: index === 0 ? 0 : space.medium }}>
          <View style={line} />
          <Words voice="label" size="label" color="muted">
            {label}
          </Words>
        </View>
      ))}
    </View>
  );
}

/** One recommendation as boxes to tick, kept together on a page. */
export function ChecklistPartBlock({ part }: { part: ChecklistPart }) {
  const { colors } = useReport();
  const { title, industry, owner, why, steps, sourceIds, doneWhen, later } = part;
  return (
    <View wrap={false} style={{ marginTop: space.medium }}>
      <View
        style={{ borderTopWidth: 1, borderTopColor: colors.ink, paddingTop: space.small }}
        {...role("Div")}
      >
        <Words voice="heading" size="lead" tag={role("H2").tag} after={<Citation sourceIds={sourceIds} />}>
          {title}
        </Words>
        <Words voice="label" size="label" color="muted" marginTop={space.hair} marginBottom={space.tight}>
          {`${industry === null ? "" : `${industry}. `}Owner: ${owner}. ${part.id}.`}
        </Words>
        <Cited statement={why} size="note" marginBottom={space.small} />
      </View>
      <View {...role("L")}>
        {steps.map((step) => (
          <TickBox key={step}>
            <Words>{step}</Words>
          </TickBox>
        ))}
        <TickBox>
          <Words voice="strong">{doneWhen}</Words>
        </TickBox>
        {later.map(({ by, text }) => (
          <TickBox key={by}>
            <Words color="muted">{`${by}: ${text}.`}</Words>
          </TickBox>
        ))}
      </View>
      <WritingLines />
    </View>
  );
}
