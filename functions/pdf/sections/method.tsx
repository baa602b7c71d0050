import { Link, View } from "@react-pdf/renderer";
import { Cited, sourceAnchor } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { MethodPage } from "#shared/report/report.ts";

type Source = MethodPage["sources"][number];

function Weights({ domains }: { domains: MethodPage["domains"] }) {
  const { colors } = useReport();
  return (
    <>
      {domains.map((domain) => (
        <View
          key={domain.name}
          wrap={false}
          style={{
            flexDirection: "row",
            paddingVertical: 2.5,
            borderTopWidth: hairline,
            borderTopColor: colors.rule,
          }}
        >
          <View style={{ width: 150 }}>
            <Words voice="label" size="note">
              {domain.name}
            </Words>
          </View>
          <View style={{ width: 120, justifyContent: "center" }}>
            <View style={{ width: domain.weight * 5, height: 5, backgroundColor: colors.accent }} />
          </View>
          <View style={{ width: 34 }}>
            <Words voice="heading" size="note">
              {String(domain.weight)}
            </Words>
          </View>
          <View style={{ flex: 1 }}>
            <Words size="note" color="muted">
              {domain.questions}
            </Words>
          </View>
        </View>
      ))}
    </>
  );
}

function Caps({ caps }: { caps: MethodPage["caps"] }) {
  return (
    <>
      <Subheading>What caps a score</Subheading>
      {caps.map((cap) => (
        <View key={cap.flag} wrap={false} style={{ flexDirection: "row" }}>
          <View style={{ width: 56 }}>
            <Words voice="heading" size="note">
              {cap.flag}
            </Words>
          </View>
          <View style={{ flex: 1 }}>
            <Words size="note">{cap.text}</Words>
          </View>
        </View>
      ))}
    </>
  );
}

function SourceEntry({ source }: { source: Source }) {
  const { colors } = useReport();
  const note = [source.mark, source.note].filter((part) => part !== "").join(", ");
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
          <Words size="note">{source.title}</Words>
        ) : (
          <Link src={source.url} style={{ color: colors.accent, textDecoration: "none" }}>
            <Words size="note" color="accent">
              {source.title}
            </Words>
          </Link>
        )}
        <Words voice="label" size="label" color="muted">
          {note}
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

/** Page 10: how every figure came about, the sources, and how to challenge them. */
export function MethodSection({ page }: { page: MethodPage }) {
  return (
    <>
      <SectionHeading id="method" kicker="Method" headline={page.headline} />
      {page.paragraphs.map((statement) => (
        <Cited key={statement.text} statement={statement} marginBottom={space.tight} />
      ))}
      <Subheading>Weights</Subheading>
      <Weights domains={page.domains} />
      {page.caps.length === 0 ? null : <Caps caps={page.caps} />}
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
