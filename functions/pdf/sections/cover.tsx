import { Link, Page, Path, Svg, View } from "@react-pdf/renderer";
import { BrandSign, type Running } from "#functions/pdf/page-frame.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, margin, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Report } from "#shared/report/report.ts";

export interface ContentsEntry {
  id: string;
  title: string;
}

/** A ruler from 0 to 100: the report's sign, and no reading on it. Its ticks of one kind are one path. */
function Ruler({ width }: { width: number }) {
  const { colors } = useReport();
  const ticks = Array.from({ length: 101 }, (_, index) => index);
  const path = (kind: readonly number[], length: number) =>
    kind.map((tick) => `M${0.5 + (tick / 100) * (width - 1)} 0V${length}`).join("");
  const major = ticks.filter((tick) => tick % 25 === 0);
  const middle = ticks.filter((tick) => tick % 5 === 0 && tick % 25 !== 0);
  const minor = ticks.filter((tick) => tick % 5 !== 0);
  return (
    <Svg width={width} height={30} viewBox={`0 0 ${width} 30`}>
      <Path d={path(minor, 8) + path(middle, 16)} stroke={colors.edge} strokeWidth={0.5} />
      <Path d={path(major, 28)} stroke={colors.accent} strokeWidth={1.2} />
    </Svg>
  );
}

function Contents({ entries }: { entries: readonly ContentsEntry[] }) {
  const { colors, pages } = useReport();
  return (
    <View {...role("TOC")}>
      <Words voice="label" size="label" color="muted" marginBottom={space.tight} {...role("Caption")}>
        Contents
      </Words>
      {entries.map((entry) => (
        <Link key={entry.id} src={`#${entry.id}`} style={{ textDecoration: "none" }} {...role("TOCI")}>
          <View
            style={{
              flexDirection: "row",
              borderTopWidth: hairline,
              borderTopColor: colors.rule,
              paddingVertical: 4.5,
            }}
          >
            <View style={{ flex: 1 }}>
              <Words size="body">{entry.title}</Words>
            </View>
            <View style={{ width: 30 }}>
              <Words voice="label" size="note" align="right">
                {String(pages.sections[entry.id] ?? "")}
              </Words>
            </View>
          </View>
        </Link>
      ))}
    </View>
  );
}

/** Page 1: whose report this is, what it rests on, and where things stand in it. */
export function Cover({
  report,
  organisation,
  running,
  entries,
}: {
  report: Report;
  organisation: string;
  running: Running;
  entries: readonly ContentsEntry[];
}) {
  const { colors, sheet } = useReport();
  const { cover } = report;
  return (
    <Page
      size={sheet.size}
      bookmark={{ title: cover.title, fit: true }}
      style={{
        backgroundColor: colors.paper,
        paddingHorizontal: margin.side,
        paddingTop: margin.side,
        paddingBottom: margin.side,
      }}
    >
      <View style={{ flexDirection: "row", alignItems: "center" }}>
        <BrandSign path={running.logoPath} side={22} color={colors.accent} />
        <View style={{ marginLeft: 10 }}>
          <Words voice="heading" size="subtitle">
            {cover.brandName}
          </Words>
        </View>
      </View>
      <View style={{ marginTop: 84 }}>
        <Ruler width={sheet.measure} />
      </View>
      <View style={{ marginTop: space.large, paddingRight: 40 }}>
        <Words voice="label" size="subtitle" color="accent" marginBottom={space.small} {...role("H1")}>
          {cover.title}
        </Words>
        <Words voice="heading" size={organisation.length > 44 ? "title" : "display"}>
          {organisation}
        </Words>
        <Words size="lead" color="muted" marginTop={space.small}>
          {cover.date}
        </Words>
      </View>
      <View style={{ marginTop: space.large, paddingRight: 90 }}>
        <Words size="lead">{cover.subject}</Words>
      </View>
      <View style={{ flex: 1 }} />
      <Contents entries={entries} />
      <View
        style={{
          marginTop: space.large,
          borderTopWidth: 1.2,
          borderTopColor: colors.accent,
          paddingTop: space.small,
        }}
      >
        <Words voice="strong">{cover.statement}</Words>
        {cover.disclaimer === "" || cover.disclaimer === cover.statement ? null : (
          <Words size="note" color="muted" marginTop={space.hair}>
            {cover.disclaimer}
          </Words>
        )}
        <Words size="note" color="muted" marginTop={space.hair}>
          {report.footer}
        </Words>
      </View>
    </Page>
  );
}
