import { Link, Text } from "@react-pdf/renderer";
import { sansFamily } from "#functions/pdf/fonts.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import { fontSize } from "#functions/pdf/theme.ts";
import { Words, type WordsProps } from "#functions/pdf/words.tsx";
import type { Statement } from "#shared/report/report.ts";

/** Where the sources page lists a source. */
export const sourceAnchor = (id: string) => `source-${id}`;

/** The ids behind a claim, each linked to its entry on the sources page, or "our judgement". */
export function Citation({ sourceIds }: { sourceIds: readonly string[] }) {
  const { colors, listedSources, typeScale } = useReport();
  const style = {
    fontFamily: sansFamily,
    fontWeight: 400,
    fontStyle: "normal" as const,
    fontSize: fontSize("label", typeScale),
    color: colors.muted,
  };
  if (sourceIds.length === 0) return <Text style={style}>{" our\u00a0judgement"}</Text>;
  return (
    <Text style={style}>
      {" "}
      {sourceIds.map((id, index) => (
        <Text key={id}>
          {index > 0 ? " " : ""}
          {listedSources.has(id) ? (
            <Link
              src={`#${sourceAnchor(id)}`}
              style={{ ...style, color: colors.accent, textDecoration: "none" }}
            >
              {id}
            </Link>
          ) : (
            id
          )}
        </Text>
      ))}
    </Text>
  );
}

/** A sentence that says where it comes from. */
export function Cited({
  statement,
  ...rest
}: { statement: Statement } & Omit<WordsProps, "children" | "after">) {
  return (
    <Words {...rest} after={<Citation sourceIds={statement.sourceIds} />}>
      {statement.text}
    </Words>
  );
}
