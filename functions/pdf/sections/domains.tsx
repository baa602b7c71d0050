import { Link, View } from "@react-pdf/renderer";
import { Quadrant } from "#functions/pdf/charts/quadrant.tsx";
import { readinessZones } from "#functions/pdf/charts/scales.ts";
import { ScoreBar } from "#functions/pdf/charts/score-bar.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { DomainResult, FindOut, FlagResult, Report } from "#shared/report/report.ts";

const nameWidth = 132;
const scoreWidth = 84;
const levelMarks = readinessZones.slice(1).map((zone) => zone.from);

/** Where the detail pages treat a domain. */
export const domainAnchor = (id: string) => `domain-${id}`;

function scoreText(domain: DomainResult): string {
  if (domain.score === null) return "no answer";
  return `${domain.score} (${domain.low}–${domain.high})`;
}

function DomainBar({ domain }: { domain: DomainResult }) {
  const { colors, sheet } = useReport();
  return (
    <View
      wrap={false}
      style={{
        flexDirection: "row",
        alignItems: "center",
        paddingVertical: 6,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: nameWidth }}>
        <Link src={`#${domainAnchor(domain.id)}`} style={{ textDecoration: "none" }}>
          <Words voice="label" size="note">
            {domain.name}
          </Words>
        </Link>
      </View>
      <ScoreBar
        width={sheet.measure - nameWidth - scoreWidth}
        value={domain.score}
        low={domain.low}
        high={domain.high}
        marks={levelMarks}
        fill={colors.accent}
      />
      <View style={{ width: scoreWidth }}>
        <Words voice="heading" size="note" align="right">
          {scoreText(domain)}
        </Words>
      </View>
    </View>
  );
}

function ScaleLegend() {
  const { sheet } = useReport();
  const width = sheet.measure - nameWidth - scoreWidth;
  return (
    <View wrap={false} style={{ flexDirection: "row", marginLeft: nameWidth, marginBottom: space.hair }}>
      {readinessZones.map((zone, index) => (
        <View
          key={zone.name}
          style={{ width: ((readinessZones[index + 1]?.from ?? 100) - zone.from) * (width / 100) }}
        >
          <Words voice="label" size="label" color="muted" align="center">
            {zone.name}
          </Words>
        </View>
      ))}
    </View>
  );
}

function Flag({ flag }: { flag: FlagResult }) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      style={{
        borderLeftWidth: 2.4,
        borderLeftColor: colors.danger,
        paddingLeft: 10,
        marginBottom: space.small,
      }}
    >
      <Words voice="strong">{flag.text}</Words>
      <Words size="note" color="muted">
        {flag.effect}
      </Words>
      <Words size="note">{`First step: ${flag.firstStep}`}</Words>
    </View>
  );
}

function FindOutRow({ item }: { item: FindOut }) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      style={{
        flexDirection: "row",
        paddingVertical: 3.5,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: 40 }}>
        <Words voice="label" size="note" color={item.holds ? "danger" : "muted"}>
          {item.questionId}
        </Words>
      </View>
      <View style={{ flex: 1, paddingRight: 12 }}>
        <Words size="note">{item.question}</Words>
      </View>
      <View style={{ width: 130 }}>
        <Words size="note" color="muted">
          {item.holds ? `${item.whoToAsk} Holds the overall score.` : item.whoToAsk}
        </Words>
      </View>
    </View>
  );
}

function TwoAxes({ quadrant }: { quadrant: NonNullable<Report["quadrant"]> }) {
  return (
    <View wrap={false} style={{ flexDirection: "row", marginTop: space.medium }}>
      <Quadrant readiness={quadrant.readiness} load={quadrant.load} side={196} />
      <View style={{ flex: 1, paddingLeft: space.large, paddingTop: 12 }}>
        <Words voice="heading" size="subtitle" marginBottom={space.tight}>
          Two numbers, never one
        </Words>
        <Words voice="label" size="note" color="muted" marginBottom={space.tight}>
          {`Readiness ${quadrant.readiness} · Load ${quadrant.load}`}
        </Words>
        <Words>{quadrant.reading}</Words>
      </View>
    </View>
  );
}

/** Page 3: the domains with their ranges, red flags with a first step, what to find out, and the 2×2. */
export function DomainsSection({ report }: { report: Report }) {
  return (
    <>
      <SectionHeading id="domains" kicker="Seven domains" headline={report.domainsHeadline} />
      <ScaleLegend />
      {report.domains.map((domain) => (
        <DomainBar key={domain.id} domain={domain} />
      ))}
      {report.flags.length === 0 ? null : (
        <>
          <Subheading>Red flags, each with its first step</Subheading>
          {report.flags.map((flag) => (
            <Flag key={flag.id} flag={flag} />
          ))}
        </>
      )}
      {report.findOut.length === 0 ? null : (
        <>
          <Subheading>To find out</Subheading>
          {report.findOut.map((item) => (
            <FindOutRow key={item.questionId} item={item} />
          ))}
        </>
      )}
      {report.quadrant === null ? null : <TwoAxes quadrant={report.quadrant} />}
    </>
  );
}
