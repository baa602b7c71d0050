import { View } from "@react-pdf/renderer";
import { LinearGauge } from "#functions/pdf/charts/linear-gauge.tsx";
import { loadZones, readinessZones } from "#functions/pdf/charts/scales.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { LoadFigure, ReadinessFigure, Report } from "#shared/report/report.ts";

const inset = 16;

function Panel({
  title,
  value,
  word,
  children,
}: {
  title: string;
  value: number | null;
  word: string;
  children: React.ReactNode;
}) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      style={{
        backgroundColor: colors.paper,
        padding: inset,
        marginTop: space.medium,
        borderTopWidth: 1.2,
        borderTopColor: colors.accent,
      }}
    >
      <View style={{ flexDirection: "row", alignItems: "flex-end", marginBottom: space.small }}>
        <View style={{ flex: 1 }}>
          <Words voice="heading" size="subtitle" {...role("H3")}>
            {title}
          </Words>
          <Words size="lead" color="muted">
            {word}
          </Words>
        </View>
        <Words voice="heading" size="figure" color={value === null ? "muted" : "ink"}>
          {value === null ? "–" : String(value)}
        </Words>
      </View>
      {children}
    </View>
  );
}

function ReadinessPanel({ figure }: { figure: ReadinessFigure }) {
  const { sheet } = useReport();
  const range = figure.low === null || figure.high === null ? null : `Range ${figure.low}–${figure.high}. `;
  return (
    <Panel title="Readiness, 100 is best" value={figure.score} word={figure.level ?? "No number yet"}>
      <LinearGauge
        width={sheet.measure - 2 * inset}
        zones={readinessZones}
        value={figure.score}
        low={figure.low}
        high={figure.high}
      />
      <Words marginTop={space.small}>{`${range ?? ""}${figure.confidence}`}</Words>
      {figure.capNote === null ? null : (
        <Words voice="strong" marginTop={space.hair}>
          {figure.capNote}
        </Words>
      )}
    </Panel>
  );
}

function LoadPanel({ figure }: { figure: LoadFigure }) {
  const { sheet } = useReport();
  return (
    <Panel
      title="Team Sustainability Risk, 100 is worst"
      value={figure.tsr}
      word={figure.band ?? "No number"}
    >
      <LinearGauge width={sheet.measure - 2 * inset} zones={loadZones} value={figure.tsr} />
      <Words marginTop={space.small}>{figure.meaning}</Words>
      <Words size="note" color="muted" marginTop={space.hair}>
        {figure.basis}
      </Words>
    </Panel>
  );
}

function Decision({ text }: { text: string }) {
  const { colors } = useReport();
  return (
    <View
      id="decision"
      wrap={false}
      style={{ flexDirection: "row", marginTop: space.large, backgroundColor: colors.accent, padding: inset }}
    >
      <View style={{ width: 96 }}>
        <Words voice="label" size="label" color="onAccent">
          The decision asked for
        </Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words voice="heading" size="lead" color="onAccent">
          {text}
        </Words>
      </View>
    </View>
  );
}

/** Page 2: three sentences, two numbers, one decision, and the hours there are before any plan is read. */
export function SituationSection({ report }: { report: Report }) {
  const { situation } = report;
  return (
    <>
      <SectionHeading id="situation" kicker="Where you stand" headline={situation.headline} />
      <View wrap={false} style={{ paddingRight: 40 }}>
        {situation.sentences.map((sentence) => (
          <Words key={sentence} size="lead" marginBottom={space.tight}>
            {sentence}
          </Words>
        ))}
        {report.change === null ? null : (
          <Words size="lead" color="muted" marginBottom={space.tight}>
            {`Since ${report.change.since}: ${report.change.summary}`}
          </Words>
        )}
        {situation.closeToLine === null ? null : (
          <Words voice="italic" size="lead" color="muted">
            {situation.closeToLine}
          </Words>
        )}
      </View>
      <ReadinessPanel figure={report.readiness} />
      {report.load === null ? null : <LoadPanel figure={report.load} />}
      <Decision text={situation.decision} />
      {report.capacity === null ? null : (
        <View wrap={false} style={{ marginTop: space.medium, paddingRight: 40 }}>
          <Subheading>What your own hours allow</Subheading>
          <Words>{report.capacity}</Words>
        </View>
      )}
    </>
  );
}
