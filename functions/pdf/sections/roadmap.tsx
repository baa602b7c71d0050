import { Link, View } from "@react-pdf/renderer";
import { YearBand } from "#functions/pdf/charts/year-band.tsx";
import { Cited } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { gainsPlace, PlanGains } from "#functions/pdf/sections/plan-gains.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Report, RoadmapPage } from "#shared/report/report.ts";

type Year = RoadmapPage["years"][number];

function Row({
  label,
  years,
  text,
}: {
  label: string;
  years: readonly Year[];
  text: (year: Year) => string;
}) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      {...role("TR")}
      style={{ borderTopWidth: hairline, borderTopColor: colors.rule, paddingVertical: space.tight }}
    >
      <Words
        voice="label"
        size="label"
        color="muted"
        marginBottom={space.hair}
        {...role("TH", { scope: "Row" })}
      >
        {label}
      </Words>
      <View style={{ flexDirection: "row" }}>
        {years.map((year) => (
          <View key={year.year} style={{ flex: 1, paddingRight: 10 }} {...role("TD")}>
            <Words size="note">{text(year)}</Words>
          </View>
        ))}
      </View>
    </View>
  );
}

function Years({ years }: { years: readonly Year[] }) {
  const { sheet } = useReport();
  return (
    <View wrap={false} {...role("Table")}>
      <YearBand years={years.length} width={sheet.measure} />
      <View
        style={{ flexDirection: "row", marginTop: space.tight, marginBottom: space.small }}
        {...role("TR")}
      >
        {/* Nothing to see: the corner above the labels of the rows, so that all rows have as many cells. */}
        <View style={{ width: 0 }} {...role("TD")} />
        {years.map((year) => (
          <View key={year.year} style={{ flex: 1, paddingRight: 10 }} {...role("TH", { scope: "Column" })}>
            <Words voice="label" size="label" color="muted">
              {`Year ${year.year}`}
            </Words>
            <Words voice="heading" size="subtitle">
              {year.name}
            </Words>
          </View>
        ))}
      </View>
      <Row label="Infrastructure" years={years} text={(year) => year.infrastructure} />
      <Row label="Team capacity" years={years} text={(year) => year.team} />
      <Row label="Proof shown yearly" years={years} text={(year) => year.proof} />
    </View>
  );
}

/** Page 9: five years, and the one quiet offer. */
export function RoadmapSection({ report }: { report: Report }) {
  const page = report.roadmap;
  const { colors } = useReport();
  return (
    <>
      <SectionHeading id="roadmap" kicker="Roadmap" headline={page.headline} />
      {gainsPlace(report) === "roadmap" ? <PlanGains report={report} /> : null}
      <Words voice="italic" size="lead" marginTop={space.large} marginBottom={space.medium}>
        {page.promise}
      </Words>
      <Years years={page.years} />
      <View wrap={false}>
        <Subheading>What stays in-house, every year</Subheading>
        <Cited statement={page.staysInHouse} />
      </View>
      <View
        id="offer"
        wrap={false}
        style={{
          marginTop: space.large,
          borderTopWidth: 1.2,
          borderTopColor: colors.accent,
          paddingTop: space.small,
        }}
      >
        <Words>{page.offer}</Words>
        {page.bookingUrl === null ? null : (
          <Link src={page.bookingUrl} style={{ color: colors.accent }}>
            <Words voice="label" size="note" color="accent">
              {page.bookingUrl.replace(/\?.*$/, "")}
            </Words>
          </Link>
        )}
      </View>
    </>
  );
}
