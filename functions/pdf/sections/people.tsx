import { View } from "@react-pdf/renderer";
import { riskBarAlt } from "#functions/pdf/charts/chart-alt.ts";
import { RotaYear } from "#functions/pdf/charts/rota-year.tsx";
import { loadLine } from "#functions/pdf/charts/scales.ts";
import { ScoreBar } from "#functions/pdf/charts/score-bar.tsx";
import { Cited } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { TeamViewPart } from "#functions/pdf/sections/team-view.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { PeoplePage, QuotedAnswer, RotaFigure } from "#shared/report/report.ts";

const nameWidth = 148;
const valueWidth = 74;

interface BarRow {
  name: string;
  risk: number | null;
  state: string;
  answers: readonly QuotedAnswer[];
}

function RiskBar({ row }: { row: BarRow }) {
  const { colors, sheet } = useReport();
  const behind = row.answers.map((answer) => `${answer.questionId} “${answer.answer}”`).join(" · ");
  return (
    <View
      wrap={false}
      {...role("TR")}
      style={{ paddingVertical: 3, borderTopWidth: hairline, borderTopColor: colors.rule }}
    >
      <View style={{ flexDirection: "row", alignItems: "center" }}>
        <View style={{ width: nameWidth }} {...role("TH", { scope: "Row" })}>
          <Words voice="label" size="note">
            {row.name}
          </Words>
        </View>
        <View {...role("TD")}>
          <ScoreBar
            alt={riskBarAlt(row.risk)}
            width={sheet.measure - nameWidth - valueWidth}
            value={row.risk}
            marks={[loadLine]}
            fill={row.risk !== null && row.risk >= loadLine ? colors.caution : colors.accent}
          />
        </View>
        <View style={{ width: valueWidth }} {...role("TD")}>
          <Words voice="heading" size="note" align="right">
            {row.risk === null ? row.state : String(row.risk)}
          </Words>
        </View>
      </View>
      <View style={{ marginLeft: nameWidth }} {...role("TD")}>
        {behind === "" ? null : (
          <Words size="fine" color="muted">
            {behind}
          </Words>
        )}
      </View>
    </View>
  );
}

function Rota({ rota }: { rota: RotaFigure }) {
  const { colors, sheet } = useReport();
  const drawing = sheet.measure * 0.56;
  // One tier is what the sentence says.
  const twoTiers = rota.rows.find((row) => row.tiers === 2);
  return (
    <View wrap={false} style={{ backgroundColor: colors.paper, padding: 11, marginTop: space.small + 2 }}>
      <Words voice="heading" size="subtitle" marginBottom={space.hair} {...role("H3")}>
        The rota in weeks
      </Words>
      <Words marginBottom={space.small}>{rota.sentence}</Words>
      <View style={{ flexDirection: "row" }}>
        <View style={{ width: drawing }}>
          <RotaYear share={rota.share} width={drawing} />
          <Words voice="label" size="label" color="muted" marginTop={space.hair}>
            One person's year in weeks, one tier. Filled: on call.
          </Words>
        </View>
        <View style={{ flex: 1, paddingLeft: 16 }}>
          {twoTiers === undefined ? null : (
            <>
              <Words voice="label" size="label" color="muted">
                With two tiers
              </Words>
              <Words size="note">
                {`${twoTiers.weeksOnCall}, ${twoTiers.nightsPerYear} nights a year; ${twoTiers.tail}`}
              </Words>
            </>
          )}
        </View>
      </View>
      <Cited statement={rota.caveat} size="note" color="muted" marginTop={space.tight} />
    </View>
  );
}

function halves<Item>(items: readonly Item[]): Item[][] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)].filter((half) => half.length > 0);
}

function Ethics({ page }: { page: PeoplePage }) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      style={{ borderWidth: 1, borderColor: colors.edge, padding: 11, marginTop: space.small + 2 }}
    >
      <Words voice="heading" size="subtitle" marginBottom={space.tight} {...role("H3")}>
        How these answers may be used
      </Words>
      <View style={{ flexDirection: "row" }}>
        {halves(page.ethics).map((half) => (
          <View key={half[0]?.text ?? ""} style={{ flex: 1, paddingRight: 12 }}>
            {half.map((statement) => (
              <Cited key={statement.text} statement={statement} size="note" marginBottom={space.hair} />
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}

/** Page 7: what loads the work, the rota, and how the answers may be used. */
export function PeopleSection({ page }: { page: PeoplePage }) {
  return (
    <>
      <SectionHeading id="people" kicker="Conditions, not persons" headline={page.headline} />
      {page.weighsMost === null ? null : <Words marginBottom={space.small}>{page.weighsMost}</Words>}
      {page.smallTeamNote === null ? null : (
        <Words voice="italic" marginBottom={space.small}>
          {page.smallTeamNote}
        </Words>
      )}
      {page.causes.map((cause) => (
        <RiskBar key={cause.id} row={cause} />
      ))}
      <RiskBar
        row={{
          name: "Measured signals",
          state: "not known",
          risk: page.signals.risk,
          answers: page.signals.answers,
        }}
      />
      {page.team === null ? null : <TeamViewPart team={page.team} />}
      {page.rota === null ? null : <Rota rota={page.rota} />}
      <Ethics page={page} />
      <Subheading>What research says, as context</Subheading>
      <Cited statement={page.onCallCaveat} size="fine" marginBottom={space.hair} />
      <View style={{ flexDirection: "row" }}>
        {halves(page.context).map((half) => (
          <View key={half[0]?.text ?? ""} style={{ flex: 1, paddingRight: 12 }}>
            {half.map((statement) => (
              <Cited key={statement.text} statement={statement} size="fine" marginBottom={space.hair} />
            ))}
          </View>
        ))}
      </View>
    </>
  );
}
