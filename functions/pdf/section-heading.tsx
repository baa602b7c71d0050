import { View } from "@react-pdf/renderer";
import { useReport } from "#functions/pdf/report-context.ts";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";

/** Props that list a block in the outline; react-pdf takes them on any block, its types only on pages. */
export function outlineEntry(title: string) {
  return { bookmark: { title, fit: true } };
}

/** Opens a section: a rule, its kicker and headline; target of bookmark, contents and page slots. */
export function SectionHeading({ id, kicker, headline }: { id: string; kicker: string; headline: string }) {
  const { colors } = useReport();
  return (
    <View
      id={id}
      wrap={false}
      {...role("Div")}
      minPresenceAhead={120}
      {...outlineEntry(headline)}
      style={{ marginTop: space.tight, marginBottom: space.small }}
    >
      <View style={{ flexDirection: "row", alignItems: "center", marginBottom: space.tight }}>
        <View style={{ width: 28, height: 3, backgroundColor: colors.accent, marginRight: space.small }} />
        <Words voice="label" size="label" color="muted">
          {kicker}
        </Words>
      </View>
      <Words voice="heading" size="title" {...role("H2")}>
        {headline}
      </Words>
      <View style={{ height: hairline, backgroundColor: colors.rule, marginTop: space.tight }} />
    </View>
  );
}

/** A heading inside a section; keeps at least its first lines company. */
export function Subheading({ children, room = 60 }: { children: string; room?: number }) {
  return (
    <Words
      voice="heading"
      size="subtitle"
      marginTop={space.small + 2}
      marginBottom={space.tight}
      minPresenceAhead={room}
      {...role("H3")}
    >
      {children}
    </Words>
  );
}
