import { View } from "@react-pdf/renderer";
import { Citation, Cited } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Exposure, RuleLine, TroublePage } from "#shared/report/report.ts";

function Rule({ rule }: { rule: RuleLine }) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      style={{
        flexDirection: "row",
        paddingVertical: 5,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: 46 }}>
        <Words voice="heading" size="note">
          {rule.questionId}
        </Words>
      </View>
      <View style={{ flex: 1.15, paddingRight: 16 }}>
        <Words size="note" after={<Citation sourceIds={rule.sourceIds} />}>
          {rule.rule}
        </Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words voice="label" size="label" color="muted">
          Your answer
        </Words>
        <Words size="note">{rule.yourAnswer}</Words>
        <Words voice="label" size="label" color="muted" marginTop={space.hair}>
          Check
        </Words>
        <Words size="note">{rule.check}</Words>
      </View>
    </View>
  );
}

function WithoutRule({ rows }: { rows: TroublePage["withoutRule"] }) {
  const { colors } = useReport();
  return (
    <>
      <Subheading>Asked on our judgement, without a rule for you</Subheading>
      {rows.map((row) => (
        <View
          key={row.questionId}
          wrap={false}
          style={{
            flexDirection: "row",
            paddingVertical: 4,
            borderTopWidth: hairline,
            borderTopColor: colors.rule,
          }}
        >
          <View style={{ width: 46 }}>
            <Words voice="heading" size="note">
              {row.questionId}
            </Words>
          </View>
          <View style={{ flex: 1.7, paddingRight: 14 }}>
            <Words size="note">{row.question}</Words>
          </View>
          <View style={{ flex: 1 }}>
            <Words voice="strong" size="note">
              {row.yourAnswer}
            </Words>
          </View>
        </View>
      ))}
    </>
  );
}

function ThreeFigures({ label, figures }: { label: string; figures: Exposure["departure"] }) {
  const { colors } = useReport();
  const cells = [
    { name: "Low", text: figures.low },
    { name: "For planning", text: figures.planning },
    { name: "High", text: figures.high },
  ];
  return (
    <View style={{ marginTop: space.small }}>
      <Words size="note" color="muted">
        {label}
      </Words>
      <View style={{ flexDirection: "row", marginTop: space.hair }}>
        {cells.map((cell) => (
          <View
            key={cell.name}
            style={{ flex: 1, borderLeftWidth: 1.2, borderLeftColor: colors.accent, paddingLeft: 8 }}
          >
            <Words voice="label" size="label" color="muted">
              {cell.name}
            </Words>
            <Words voice="heading" size="lead">
              {cell.text}
            </Words>
          </View>
        ))}
      </View>
    </View>
  );
}

function ExposurePanel({ exposure }: { exposure: Exposure }) {
  const { colors } = useReport();
  return (
    <View wrap={false} style={{ backgroundColor: colors.paper, padding: 14, marginTop: space.medium }}>
      <Words voice="heading" size="subtitle">
        {exposure.label}
      </Words>
      <ThreeFigures label="One departure" figures={exposure.departure} />
      {exposure.yearly === null ? null : (
        <ThreeFigures label="A year, at general-market turnover" figures={exposure.yearly} />
      )}
      <View style={{ marginTop: space.small }}>
        {exposure.basis.map((statement) => (
          <Cited key={statement.text} statement={statement} size="note" />
        ))}
      </View>
    </View>
  );
}

/** Page 8: what an authority may ask, and what trouble costs. */
export function TroubleSection({ page }: { page: TroublePage }) {
  const { colors } = useReport();
  return (
    <>
      <SectionHeading id="trouble" kicker="Rules and cost" headline={page.headline} />
      {page.readerNote === null ? null : (
        <Words voice="italic" marginBottom={space.small}>
          {page.readerNote}
        </Words>
      )}
      {page.rules.map((rule) => (
        <Rule key={`${rule.id} ${rule.questionId}`} rule={rule} />
      ))}
      {page.withoutRule.length === 0 ? null : <WithoutRule rows={page.withoutRule} />}
      {page.costFormula === null ? null : (
        <View wrap={false}>
          <Subheading>What trouble costs, with your own numbers</Subheading>
          <View style={{ borderLeftWidth: 2.4, borderLeftColor: colors.accent, paddingLeft: 10 }}>
            <Words>{page.costFormula}</Words>
          </View>
          {page.costNote === null ? null : (
            <Words size="note" color="muted" marginTop={space.tight}>
              {page.costNote}
            </Words>
          )}
        </View>
      )}
      {page.exposure === null ? null : <ExposurePanel exposure={page.exposure} />}
      {page.disclaimer === "" ? null : (
        <Words size="note" color="muted" marginTop={space.medium}>
          {page.disclaimer}
        </Words>
      )}
    </>
  );
}
