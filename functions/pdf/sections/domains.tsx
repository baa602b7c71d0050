import { Link, View } from "@react-pdf/renderer";
import { scaleAlt } from "#functions/pdf/charts/chart-alt.ts";
import { Quadrant } from "#functions/pdf/charts/quadrant.tsx";
import { readinessZones } from "#functions/pdf/charts/scales.ts";
import { ScoreBar } from "#functions/pdf/charts/score-bar.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { figure, role } from "#functions/pdf/tagging/tag.ts";
import { hairline, isAmple, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { DomainResult, FindOut, FlagResult, Report } from "#shared/report/report.ts";

const row = { flexDirection: "row", alignItems: "center" } as const;
const narrowName = 124;
/** Holds the longest name on one line at the largest type. */
const wideName = 216;
const scoreWidth = 62;
const quadrantSide = 158;

/** Up to so many flags and open questions leave room for bars over the whole width, and the 2×2 below them. */
const fewRemarks = 2;

function useRoom(report: Report): boolean {
  const { typeScale } = useReport();
  return isAmple(typeScale) || report.flags.length + report.findOut.length <= fewRemarks;
}

const levelMarks = readinessZones.slice(1).map((zone) => zone.from);

/** Where the detail pages treat a domain. */
export const domainAnchor = (id: string) => `domain-${id}`;

function scoreText(domain: DomainResult): string {
  if (domain.score === null) return "no answer";
  return `${domain.score} (${domain.low}–${domain.high})`;
}

/** How a domain's bar is set: how wide name and row are, how high, and whether what it means at work stands below. */
interface BarSetting {
  width: number;
  nameWidth: number;
  height: number;
  meaning: boolean;
}

function DomainBar({ domain, setting }: { domain: DomainResult; setting: BarSetting }) {
  const { colors, typeScale } = useReport();
  const { height, meaning } = setting;
  const rule = { borderTopWidth: hairline, borderTopColor: colors.rule };
  const bar = <BarRow domain={domain} setting={setting} />;
  if (!meaning)
    return (
      <View style={{ ...rule, ...row, height }} {...role("TR")}>
        {bar}
      </View>
    );
  return (
    <View
      style={{ ...rule, paddingVertical: isAmple(typeScale) ? space.small : space.tight }}
      {...role("TR")}
    >
      <View style={{ ...row, height: 20 }}>{bar}</View>
      <View {...role("TD")}>
        <Words size="fine" color="muted">
          {domain.consequence}
        </Words>
      </View>
    </View>
  );
}

function BarRow({ domain, setting }: { domain: DomainResult; setting: BarSetting }) {
  const { colors } = useReport();
  const { width, nameWidth } = setting;
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

function ScaleLegend({ width, nameWidth }: { width: number; nameWidth: number }) {
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

function Bars({ report }: { report: Report }) {
  const { sheet, typeScale } = useReport();
  const roomy = useRoom(report);
  const beside = report.quadrant !== null && !roomy;
  const width = beside ? sheet.measure - quadrantSide - 26 : sheet.measure;
  const height = roomy || typeScale > 1 ? 33 : 25;
  const meaning = report.quadrant === null ? isAmple(typeScale) : beside && typeScale > 1;
  const nameWidth = isAmple(typeScale) ? wideName : narrowName;
  const setting = { width, nameWidth, height, meaning };
  return (
    <View wrap={false} style={{ flexDirection: beside ? "row" : "column" }}>
      <View style={{ width }}>
        <ScaleLegend width={width} nameWidth={nameWidth} />
        {report.domains.map((domain) => (
          <DomainBar key={domain.id} domain={domain} setting={setting} />
        ))}
      </View>
      {report.quadrant === null ? null : <TwoAxes quadrant={report.quadrant} beside={beside} />}
    </View>
  );
}

function Flag({ flag }: { flag: FlagResult }) {
  const { colors } = useReport();
  return (
    <View style={{ width: "50%", paddingRight: 14, marginBottom: 6 }} {...role("LI")}>
      <View style={{ borderLeftWidth: 2, borderLeftColor: colors.danger, paddingLeft: 8 }}>
        <Words voice="strong" size="fine">
          {flag.text}
        </Words>
        <Words size="fine" color="muted">
          {flag.effect}
        </Words>
        <Words size="fine">{`First step: ${flag.firstStep}`}</Words>
      </View>
    </View>
  );
}

function FindOutRow({ item }: { item: FindOut }) {
  const { colors } = useReport();
  return (
    <View
      {...role("LI")}
      style={{
        width: "50%",
        paddingRight: 14,
        flexDirection: "row",
        paddingVertical: 3,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: 34 }} {...role("Lbl")}>
        <Words voice="label" size="fine" color={item.holds ? "danger" : "muted"}>
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

function TwoAxes({ quadrant, beside }: { quadrant: NonNullable<Report["quadrant"]>; beside: boolean }) {
  const side = beside ? quadrantSide : 1.45 * quadrantSide;
  return (
    <View style={beside ? { width: side, marginLeft: 26 } : { flexDirection: "row", marginTop: space.large }}>
      <Quadrant readiness={quadrant.readiness} load={quadrant.load} side={side} />
      <View
        style={beside ? { marginTop: space.hair } : { flex: 1, paddingLeft: space.large, paddingTop: 12 }}
      >
        <Words size={beside ? "note" : "lead"}>{quadrant.reading}</Words>
        <Words voice="label" size="fine" color="muted" marginTop={space.tight}>
          {`Readiness ${quadrant.readiness} · Load ${quadrant.load}`}
        </Words>
      </View>
    </View>
  );
}

function inPairs<Item>(items: readonly Item[]): Item[][] {
  const pairs: Item[][] = [];
  for (let index = 0; index < items.length; index += 2) pairs.push(items.slice(index, index + 2));
  return pairs;
}

/** Page 3: the domains with their ranges, red flags with a first step, what to find out, and the 2×2. */
export function DomainsSection({ report }: { report: Report }) {
  return (
    <>
      <SectionHeading id="domains" kicker="Seven domains" headline={report.domainsHeadline} />
      <Bars report={report} />
      {report.flags.length === 0 ? null : (
        <>
          <Subheading>Red flags, each with its first step</Subheading>
          {inPairs(report.flags).map((pair) => (
            <View key={pair[0]?.id ?? ""} wrap={false} style={{ flexDirection: "row" }}>
              {pair.map((flag) => (
                <Flag key={flag.id} flag={flag} />
              ))}
            </View>
          ))}
        </>
      )}
      {report.findOut.length === 0 ? null : (
        <>
          <Subheading>To find out</Subheading>
          {inPairs(report.findOut).map((pair) => (
            <View key={pair[0]?.questionId ?? ""} wrap={false} style={{ flexDirection: "row" }}>
              {pair.map((item) => (
                <FindOutRow key={item.questionId} item={item} />
              ))}
            </View>
          ))}
        </>
      )}
    </>
  );
}
