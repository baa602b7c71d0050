import { Link, Text, View } from "@react-pdf/renderer";
import { Cited, sourceAnchor } from "#functions/pdf/citation.tsx";
import { Columns } from "#functions/pdf/columns.tsx";
import { sansFamily } from "#functions/pdf/fonts.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { fontSize, hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { MethodPage } from "#shared/report/report.ts";

type Source = MethodPage["sources"][number];

function Weights({ domains }: { domains: MethodPage["domains"] }) {
  const { colors } = useReport();
  return (
    <View style={{ flex: 1.15, paddingRight: space.medium }}>
      <Words voice="heading" size="subtitle" marginBottom={space.tight} {...role("H3")}>
        Weights of 100
      </Words>
      {domains.map((domain) => (
        <View
          key={domain.name}
          {...role("TR")}
          style={{
            flexDirection: "row",
            paddingVertical: 1.4,
            borderTopWidth: hairline,
            borderTopColor: colors.rule,
          }}
        >
          <View style={{ width: 146 }} {...role("TH", { scope: "Row" })}>
            <Words voice="label" size="fine">
              {domain.name}
            </Words>
          </View>
          <View style={{ width: 20 }} {...role("TD")}>
            <Words voice="heading" size="fine">
              {String(domain.weight)}
            </Words>
          </View>
          <View style={{ flex: 1 }} {...role("TD")}>
            <Words voice="label" size="label" color="muted">
              {domain.questions}
            </Words>
          </View>
        </View>
      ))}
    </View>
  );
}

function Caps({ caps }: { caps: MethodPage["caps"] }) {
  const { colors } = useReport();
  return (
    <View style={{ flex: 1 }}>
      <Words voice="heading" size="subtitle" marginBottom={space.tight} {...role("H3")}>
        What caps a score
      </Words>
      {caps.map((cap) => (
        <View
          key={cap.flag}
          {...role("TR")}
          style={{
            flexDirection: "row",
            paddingVertical: 1.2,
            borderTopWidth: hairline,
            borderTopColor: colors.rule,
          }}
        >
          <View style={{ width: 52, paddingRight: 6 }} {...role("TH", { scope: "Row" })}>
            <Words voice="heading" size="label">
              {cap.flag}
            </Words>
          </View>
          <View style={{ flex: 1 }} {...role("TD")}>
            <Words size="fine">{cap.text}</Words>
          </View>
        </View>
      ))}
    </View>
  );
}

function SourceEntry({ source }: { source: Source }) {
  const { colors, typeScale } = useReport();
  const mark = (
    <Text style={{ fontFamily: sansFamily, fontSize: fontSize("label", typeScale), color: colors.muted }}>
      {` ${source.mark}`}
    </Text>
  );
  return (
    <View
      id={sourceAnchor(source.id)}
      {...role("LI")}
      wrap={false}
      style={{ flexDirection: "row", marginBottom: 1 }}
    >
      <View style={{ width: 20 }} {...role("Lbl")}>
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

const textLength = ({ text }: { text: string }) => text.length;
/** In characters of a line of a third of the page, of which a source fills one or more. */
const titleLines = ({ title }: Source) => Math.ceil(title.length / 38);

/** Page 10: how every figure came about, the sources, and how to challenge them. */
export function MethodSection({ page }: { page: MethodPage }) {
  return (
    <>
      <SectionHeading id="method" kicker="Method" headline={page.headline} />
      <Columns
        items={page.paragraphs}
        count={2}
        gap={space.medium}
        lengthOf={textLength}
        keyOf={({ text }) => text}
      >
        {(statement) => (
          <Cited key={statement.text} statement={statement} size="fine" marginBottom={space.hair} />
        )}
      </Columns>
      <View wrap={false} style={{ flexDirection: "row", marginTop: space.small }}>
        <Weights domains={page.domains} />
        {page.caps.length === 0 ? null : <Caps caps={page.caps} />}
      </View>
      <Subheading room={40}>Sources this report cites</Subheading>
      <Columns items={page.sources} count={3} gap={space.small} lengthOf={titleLines} keyOf={({ id }) => id}>
        {(source) => <SourceEntry key={source.id} source={source} />}
      </Columns>
      <View wrap={false} style={{ marginTop: space.tight }}>
        <Words size="fine" color="muted">
          {[page.marks, page.mappingNote, page.notAsked].filter((text) => text !== "").join(" ")}
        </Words>
        <Words voice="strong" marginTop={space.tight}>
          {page.challenge}
        </Words>
      </View>
    </>
  );
}
