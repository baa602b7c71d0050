import { View } from "@react-pdf/renderer";
import { useReport } from "#functions/pdf/report-context.ts";
import { Subheading } from "#functions/pdf/section-heading.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { TeamRow, TeamView } from "#shared/report/report.ts";

const widths = { name: 156, you: 36, team: 92 } as const;

interface Cells {
  name: string;
  you: string;
  team: string;
  gap: string;
  head?: boolean;
  apart?: boolean;
}

function Row({ name, you, team, gap, head = false, apart = false }: Cells) {
  const { colors } = useReport();
  const cell = head ? role("TH", { scope: "Column" }) : role("TD");
  const voice = head ? "label" : "text";
  return (
    <View
      wrap={false}
      {...role("TR")}
      style={{
        flexDirection: "row",
        paddingVertical: 2.5,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: widths.name }} {...role("TH", { scope: head ? "Column" : "Row" })}>
        <Words voice="label" size="note">
          {name}
        </Words>
      </View>
      <View style={{ width: widths.you }} {...cell}>
        <Words voice={voice} size="note">
          {you}
        </Words>
      </View>
      <View style={{ width: widths.team }} {...cell}>
        <Words voice={voice} size="note">
          {team}
        </Words>
      </View>
      <View style={{ flex: 1 }} {...cell}>
        <Words voice={voice} size="note" color={apart ? "caution" : "ink"}>
          {gap}
        </Words>
      </View>
    </View>
  );
}

function cellsOf({ name, manager, teamText, beforeText, gap, apart }: TeamRow): Cells {
  const team = beforeText === null ? teamText : `${teamText}, ${beforeText} before`;
  return { name, you: manager === null ? "–" : String(manager), team, gap, apart };
}

/** The team's view beside the manager's, where a pulse published one. */
export function TeamViewPart({ team }: { team: TeamView }) {
  return (
    <>
      <Subheading>{`${team.headline}, ${team.closedOn}`}</Subheading>
      <View {...role("Table")}>
        <Row name="Cause, 100 is worst" you="You" team="Team" gap="Gap" head />
        {team.rows.map((row) => (
          <Row key={row.id} {...cellsOf(row)} />
        ))}
      </View>
      {team.notes.map((text) => (
        <Words key={text} size="fine" color="muted">
          {text}
        </Words>
      ))}
    </>
  );
}
