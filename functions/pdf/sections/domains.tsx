import { Link, View } from "@react-pdf/renderer";
import { scaleAlt } from "#functions/pdf/charts/chart-alt.ts";
import { Quadrant } from "#functions/pdf/charts/quadrant.tsx";
import { readinessZones } from "#functions/pdf/charts/scales.ts";
import { ScoreBar } from "#functions/pdf/charts/score-bar.tsx";
import { Columns } from "#functions/pdf/columns.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { figure, role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { DomainResult, FindOut, FlagResult, Report } from "#shared/report/report.ts";

const row = { flexDirection: "row", alignItems: "center" } as const;
/** Holds the longest name on two lines. */
const nameWidth = 124;
const scoreWidth = 62;
const sideBySide = 158;

/** Lines that a flag and an open question take, roughly. */
const remarkLines = ({ flags, findOut }: Report) => 5 * flags.length + 3 * findOut.length;

/** So few lines stand beside the 2×2, which leaves the bars the whole width; so few leave room to say what a bar means. */
const fewLines = 16;
const someLines = 27;

const levelMarks = readinessZones.slice(1).map((zone) => zone.from);

/** Where the detail pages treat a domain. */
export const domainAnchor = (id: string) => `domain-${id}`;

function scoreText(domain: DomainResult): string {
  if (domain.score === null) return "no answer";
  return `${domain.score} (${domain.low}–${domain.high})`;
}

/** How the bars are set: over which width, and whether what each means at work stands below it. */
interface BarSetting {
  width: number;
  meaning: boolean;
}

function BarRow({ domain, width }: { domain: DomainResult; width: number }) {
  const { colors } = useReport();
  return (
    <>
      <View style={{ width: nameWidth, paddingRight: 6 }} {...role("TH", { scope: "Row" })}>
        <Link src={`#${domainAnchor(domain.id)}`} style={{ textDecoration: "none" }}>
          <Words voice="label" size="fine">
            {domain.name}
          </Words>
        </Link>
      </View>
      <View {...role("TD")}>
        <ScoreBar
          width={width - nameWidth - scoreWidth}
          value={domain.score}
          low={domain.low}
          high={domain.high}
          marks={levelMarks}
          fill={colors.accent}
        />
      </View>
      <View style={{ width: scoreWidth }} {...role("TD")}>
        <Words voice="heading" size="fine" align="right">
          {scoreText(domain)}
        </Words>
      </View>
    </>
  );
}

function DomainBar({ domain, setting }: { domain: DomainResult; setting: BarSetting }) {
  const { colors } = useReport();
  const rule = { borderTopWidth: hairline, borderTopColor: colors.rule };
  const bar = <BarRow domain={domain} width={setting.width} />;
  if (!setting.meaning)
    return (
      <View style={{ ...rule, ...row, height: 25 }} {...role("TR")}>
        {bar}
      </View>
    );
  return (
    <View style={{ ...rule, paddingVertical: 5 }} {...role("TR")}>
      <View style={{ ...row, minHeight: 20 }}>{bar}</View>
      <View {...role("TD")}>
        <Words size="fine" color="muted">
          {domain.consequence}
        </Words>
      </View>
    </View>
  );
}

function ScaleLegend({ width }: { width: number }) {
  const track = width - nameWidth - scoreWidth;
  return (
    <View
      {...figure(scaleAlt(readinessZones))}
      style={{ flexDirection: "row", marginLeft: nameWidth, marginBottom: space.hair }}
    >
      {readinessZones.map((zone, index) => (
        <View
          key={zone.name}
          style={{ width: ((readinessZones[index + 1]?.from ?? 100) - zone.from) * (track / 100) }}
        >
          <Words voice="label" size="label" color="muted">
            {track < 200 ? String(zone.from) : zone.name}
          </Words>
        </View>
      ))}
    </View>
  );
}

function Bars({ domains, setting }: { domains: readonly DomainResult[]; setting: BarSetting }) {
  return (
    <View style={{ width: setting.width }}>
      <ScaleLegend width={setting.width} />
      {domains.map((domain) => (
        <DomainBar key={domain.id} domain={domain} setting={setting} />
      ))}
    </View>
  );
}

function Flag({ flag }: { flag: FlagResult }) {
  const { colors } = useReport();
  return (
    <View
      {...role("LI")}
      wrap={false}
      style={{ borderLeftWidth: 2, borderLeftColor: colors.danger, paddingLeft: 8, marginBottom: 6 }}
    >
      <Words voice="strong" size="fine">
        {flag.text}
      </Words>
      <Words size="fine" color="muted">
        {flag.effect}
      </Words>
      <Words size="fine">{`First step: ${flag.firstStep}`}</Words>
    </View>
  );
}

function FindOutRow({ item }: { item: FindOut }) {
  const { colors } = useReport();
  return (
    <View
      {...role("LI")}
      wrap={false}
      style={{
        flexDirection: "row",
        paddingVertical: 3,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: 36 }} {...role("Lbl")}>
        <Words voice="label" size="fine" color="muted">
          {item.questionId}
        </Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words size="fine">{item.question}</Words>
        <Words size="fine" color="muted">
          {item.holds ? `${item.whoToAsk} Holds the overall score.` : item.whoToAsk}
        </Words>
      </View>
    </View>
  );
}

const flagLength = ({ text, effect, firstStep }: FlagResult) =>
  text.length + effect.length + firstStep.length;
const questionLength = ({ question }: FindOut) => Math.ceil(question.length / 56) + 1.6;

/** Red flags with their first step, and what to find out. */
function Remarks({ report, columns }: { report: Report; columns: 1 | 2 }) {
  const even = { count: columns, gap: space.medium };
  return (
    <>
      {report.flags.length === 0 ? null : (
        <>
          <Subheading>Red flags, each with its first step</Subheading>
          <Columns {...even} items={report.flags} lengthOf={flagLength} keyOf={({ id }) => id}>
            {(flag) => <Flag key={flag.id} flag={flag} />}
          </Columns>
        </>
      )}
      {report.findOut.length === 0 ? null : (
        <>
          <Subheading>To find out</Subheading>
          <Columns
            {...even}
            items={report.findOut}
            lengthOf={questionLength}
            keyOf={({ questionId }) => questionId}
          >
            {(item) => <FindOutRow key={item.questionId} item={item} />}
          </Columns>
        </>
      )}
    </>
  );
}

type TwoAxes = NonNullable<Report["quadrant"]>;

function Reading({ quadrant, size }: { quadrant: TwoAxes; size: "note" | "lead" }) {
  return (
    <>
      <Words size={size}>{quadrant.reading}</Words>
      <Words voice="label" size="fine" color="muted" marginTop={space.tight}>
        {`Readiness ${quadrant.readiness} · Load ${quadrant.load}`}
      </Words>
    </>
  );
}

/** Bars over the whole width; below them the 2×2, and beside it what little there is to remark. */
function WithFewRemarks({ report, quadrant }: { report: Report; quadrant: TwoAxes }) {
  const { sheet } = useReport();
  return (
    <>
      <Bars domains={report.domains} setting={{ width: sheet.measure, meaning: true }} />
      <View wrap={false} style={{ flexDirection: "row", marginTop: space.medium }}>
        <Quadrant readiness={quadrant.readiness} load={quadrant.load} side={1.4 * sideBySide} />
        <View style={{ flex: 1, paddingLeft: space.large, paddingTop: 12 }}>
          <Reading quadrant={quadrant} size="lead" />
          <Remarks report={report} columns={1} />
        </View>
      </View>
    </>
  );
}

/** Bars beside the 2×2, and all remarks below. */
function WithManyRemarks({ report, quadrant }: { report: Report; quadrant: TwoAxes }) {
  const { sheet } = useReport();
  const setting = { width: sheet.measure - sideBySide - 26, meaning: remarkLines(report) <= someLines };
  return (
    <>
      <View wrap={false} style={{ flexDirection: "row" }}>
        <Bars domains={report.domains} setting={setting} />
        <View style={{ width: sideBySide, marginLeft: 26 }}>
          <Quadrant readiness={quadrant.readiness} load={quadrant.load} side={sideBySide} />
          <Reading quadrant={quadrant} size="note" />
        </View>
      </View>
      <Remarks report={report} columns={2} />
    </>
  );
}

/** Page 3: the domains with their ranges, red flags with a first step, what to find out, and the 2×2. */
export function DomainsSection({ report }: { report: Report }) {
  const { sheet } = useReport();
  const { quadrant } = report;
  const few = remarkLines(report) <= fewLines;
  return (
    <>
      <SectionHeading id="domains" kicker="Seven domains" headline={report.domainsHeadline} />
      {quadrant === null ? (
        <>
          <Bars
            domains={report.domains}
            setting={{ width: sheet.measure, meaning: remarkLines(report) <= 2 * someLines }}
          />
          <Remarks report={report} columns={2} />
        </>
      ) : few ? (
        <WithFewRemarks report={report} quadrant={quadrant} />
      ) : (
        <WithManyRemarks report={report} quadrant={quadrant} />
      )}
    </>
  );
}
