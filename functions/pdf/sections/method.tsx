import { Link, Text, View } from "@react-pdf/renderer";
import { Cited, sourceAnchor } from "#functions/pdf/citation.tsx";
import { sansFamily } from "#functions/pdf/fonts.ts";
import { printable } from "#functions/pdf/printable.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { hairline, space, type } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { MethodPage } from "#shared/report/report.ts";

type Source = MethodPage["sources"][number];

function Weights({ domains }: { domains: MethodPage["domains"] }) {
  const { colors } = useReport();
  return (
    <View style={{ flex: 1.2, paddingRight: space.large }}>
      <Words voice="heading" size="subtitle" marginBottom={space.tight}>
        Weights of 100
      </Words>
      {domains.map((domain) => (
        <View
          key={domain.name}
          style={{ paddingVertical: 2.5, borderTopWidth: hairline, borderTopColor: colors.rule }}
        >
          <View style={{ flexDirection: "row", alignItems: "center" }}>
            <View style={{ flex: 1 }}>
              <Words voice="label" size="note">
                {domain.name}
              </Words>
            </View>
            <View style={{ width: 80 }}>
              <View style={{ width: domain.weight * 4, height: 5, backgroundColor: colors.accent }} />
            </View>
            <View style={{ width: 20 }}>
              <Words voice="heading" size="note" align="right">
                {String(domain.weight)}
              </Words>
            </View>
          </View>
          <Words voice="label" size="label" color="muted">
            {domain.questions}
          </Words>
        </View>
      ))}
    </View>
  );
}

function Caps({ caps }: { caps: MethodPage["caps"] }) {
  const { colors } = useReport();
  return (
    <View style={{ flex: 1 }}>
      <Words voice="heading" size="subtitle" marginBottom={space.tight}>
        What caps a score
      </Words>
      {caps.map((cap) => (
        <View
          key={cap.flag}
          style={{
            flexDirection: "row",
            paddingVertical: 2,
            borderTopWidth: hairline,
            borderTopColor: colors.rule,
          }}
        >
          <View style={{ width: 52, paddingRight: 6 }}>
            <Words voice="heading" size="label">
              {cap.flag}
            </Words>
          </View>
          <View style={{ flex: 1 }}>
            <Words size="note">{cap.text}</Words>
          </View>
        </View>
      ))}
    </View>
  );
}

function SourceEntry({ source }: { source: Source }) {
  const { colors, coverage } = useReport();
  const note = [source.mark, source.note].filter((part) => part !== "").join(", ");
  const mark = (
    <Text style={{ fontFamily: sansFamily, fontSize: type.label.fontSize, color: colors.muted }}>
      {` ${printable(note, coverage)}`}
    </Text>
  );
  return (
    <View
      id={sourceAnchor(source.id)}
      wrap={false}
      style={{ flexDirection: "row", width: "50%", paddingRight: 12, marginBottom: 2 }}
    >
      <View style={{ width: 26 }}>
        <Words voice="label" size="label">
          {source.id}
        </Words>
      </View>
      <View style={{ flex: 1 }}>
        {source.url === null ? (
          <Words size="fine" after={mark}>
            {source.title}
          </Words>
        ) : (
          <Link src={source.url} style={{ textDecoration: "none" }}>
            <Words size="fine" color="accent" after={mark}>
              {source.title}
            </Words>
          </Link>
        )}
      </View>
    </View>
  );
}

function inPairs<Item>(items: readonly Item[]): Item[][] {
  const pairs: Item[][] = [];
  for (let index = 0; index < items.length; index += 2) pairs.push(items.slice(index, index + 2));
  return pairs;
}

/** Page 10: how every figure came about, the sources, and how to challenge them. */
export function MethodSection({ page }: { page: MethodPage }) {
  return (
    <>
      <SectionHeading id="method" kicker="Method" headline={page.headline} />
      {page.paragraphs.map((statement) => (
        <Cited key={statement.text} statement={statement} size="note" marginBottom={space.tight} />
      ))}
      <View wrap={false} style={{ flexDirection: "row", marginTop: space.small }}>
        <Weights domains={page.domains} />
        {page.caps.length === 0 ? null : <Caps caps={page.caps} />}
      </View>
      <Subheading>Sources this report cites</Subheading>
      {inPairs(page.sources).map((pair) => (
        <View key={pair[0]?.id ?? ""} wrap={false} style={{ flexDirection: "row" }}>
          {pair.map((source) => (
            <SourceEntry key={source.id} source={source} />
          ))}
        </View>
      ))}
      <View wrap={false} style={{ marginTop: space.small }}>
        {[page.marks, page.mappingNote, page.notAsked]
          .filter((text) => text !== "")
          .map((text) => (
            <Words key={text} size="note" color="muted" marginBottom={space.hair}>
              {text}
            </Words>
          ))}
        <Words voice="strong" marginTop={space.small}>
          {page.challenge}
        </Words>
      </View>
    </>
  );
}
