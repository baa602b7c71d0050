import { Text } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Voice } from "#functions/pdf/fonts.ts";
import { familiesFor, printable } from "#functions/pdf/printable.ts";
import { useReport } from "#functions/pdf/report-context.ts";
import type { Tag } from "#functions/pdf/tagging/tag.ts";
import { fontSize, lineHeight, type TypeSize } from "#functions/pdf/theme.ts";
import type { ColorScheme } from "#shared/brand/colors.ts";
import { withPages } from "#shared/report/report.ts";

/**
 * Never break inside a word: a change of font counts as a place to hyphenate, as in “Łódź”, and the hyphen
 * would be set in a subset that has none. The line breaker takes this number as infinite.
 */
const neverHyphenate = 10_000;

const weights = { text: 400, strong: 600, italic: 400, label: 400, heading: 700 } as const;

export interface WordsProps {
  children: string;
  voice?: Voice;
  size?: TypeSize;
  color?: keyof ColorScheme;
  align?: "left" | "right" | "center";
  /** Further inline text, such as a citation. */
  after?: ReactNode;
  marginTop?: number;
  marginBottom?: number;
  minPresenceAhead?: number;
  /** Place in the structure tree, where it is not simply a paragraph; spread `role(…)`. */
  tag?: Tag;
}

/** The one way text gets onto a page: page slots filled, only glyphs that the fonts have, one typeface a string. */
export function Words(props: WordsProps) {
  const { children, voice = "text", size = "body", color = "ink", ...rest } = props;
  const { coverage, colors, pages, typeScale } = useReport();
  const filled = withPages(children, pages);
  const text = printable(filled, coverage);
  const families = familiesFor(text, voice, coverage);
  const sansBold = families[0] === "B612" ? weights[voice] : Math.min(weights[voice], 600);
  const style = {
    fontSize: fontSize(size, typeScale),
    lineHeight: lineHeight(size, typeScale),
    fontFamily: families,
    fontWeight: sansBold,
    fontStyle: voice === "italic" ? ("italic" as const) : ("normal" as const),
    color: colors[color],
    textAlign: rest.align ?? "left",
    marginTop: rest.marginTop ?? 0,
    marginBottom: rest.marginBottom ?? 0,
  };
  return (
    <Text
      style={style}
      minPresenceAhead={rest.minPresenceAhead ?? 0}
      hyphenationPenalty={neverHyphenate}
      {...(rest.tag ? { tag: rest.tag } : {})}
      {...(filled === children ? {} : { printsPages: true })}
    >
      {text}
      {rest.after}
    </Text>
  );
}

/** A stretch of another color inside Words, of text that is ours and so needs no other typeface. */
export function Inline({
  children,
  color,
  onNewLine = false,
}: {
  children: string;
  color: keyof ColorScheme;
  onNewLine?: boolean;
}) {
  const { coverage, colors, pages } = useReport();
  const text = printable(withPages(children, pages), coverage);
  return <Text style={{ color: colors[color] }}>{`${onNewLine ? "\n" : " "}${text}`}</Text>;
}
