/** What a font makes of a string: its glyphs and how far each moves the pen, in units of the font. */
export interface ShapedText<Glyph, Position> {
  glyphs: Glyph[];
  positions: Position[];
}

/** The part of a fontkit font that shapes text. */
export interface ShapingFont<Glyph, Position> {
  layout(
    text: string,
    features?: readonly string[],
    script?: string,
    language?: string,
    direction?: string,
  ): ShapedText<Glyph, Position>;
}

export function isShapingFont(font: object): font is ShapingFont<unknown, unknown> {
  return "layout" in font && typeof font.layout === "function";
}

/** Words kept for one font. A report has some 1,500; what is kept never grows with the number of reports. */
const mostWords = 6_000;

/**
 * Makes a font shape each word once instead of once for every text it stands in: reports repeat their words, and a
 * section is laid out more than once. A word is shaped with the spaces around it, since letters kern with them
 * (“T” in “a T”), and fonts without letters that join over a space shape a text no differently as a whole.
 */
export function shapeByWords<Glyph, Position>(font: ShapingFont<Glyph, Position>): void {
  const shapeWhole = font.layout.bind(font);
  const kept = new Map<string, ShapedText<Glyph, Position>>();

  /** A word with the space before it. Where one follows, it takes part in the shaping and is left to the next word. */
  const shapeWord = (word: string, isFollowed: boolean): ShapedText<Glyph, Position> => {
    const key = isFollowed ? `${word} ` : word;
    const known = kept.get(key);
    if (known) return known;
    const { glyphs, positions } = shapeWhole(key, undefined, undefined, undefined, "ltr");
    const end = isFollowed ? -1 : undefined;
    const shaped = { glyphs: glyphs.slice(0, end), positions: positions.slice(0, end) };
    if (kept.size >= mostWords) kept.clear();
    kept.set(key, shaped);
    return shaped;
  };

  const layout: ShapingFont<Glyph, Position>["layout"] = (text, features, script, language, direction) => {
    if ((features && features.length > 0) || script || language || direction !== "ltr")
      return shapeWhole(text, features, script, language, direction);
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    for (let start = 0; start < text.length; ) {
      const next = text.indexOf(" ", start + 1);
      const word = shapeWord(text.slice(start, next === -1 ? undefined : next), next !== -1);
      for (const glyph of word.glyphs) glyphs.push(glyph);
      for (const position of word.positions) positions.push(position);
      start = next === -1 ? text.length : next;
    }
    return { glyphs, positions };
  };
  Object.defineProperty(font, "layout", { value: layout });
}
