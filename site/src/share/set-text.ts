import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";

const { resolve } = createRequire(import.meta.url);

function faceOf(file: string): Font {
  const opened = openSync(resolve(file));
  if ("fonts" in opened) throw new Error(`${file} holds more than one font.`);
  return opened;
}

/** The faces of the brand, whole: a share image may carry any title. */
export const faces = {
  display: faceOf("@fontsource/b612/files/b612-latin-700-normal.woff"),
  label: faceOf("@fontsource/b612/files/b612-latin-400-normal.woff"),
  text: faceOf("@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff"),
} as const;

/** Width of a line in pixels, kerning included. */
function widthOf(font: Font, size: number, text: string): number {
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
}

/** Returns a line as one SVG path: the picture then needs no font where it is drawn. */
export function linePath(font: Font, size: number, x: number, baseline: number, text: string): string {
  const scale = size / font.unitsPerEm;
  const run = font.layout(text);
  let pen = 0;
  const parts = run.glyphs.map((glyph, at) => {
    const position = run.positions[at];
    const moved = glyph.path
      .scale(scale, -scale)
      .translate(x + (pen + (position?.xOffset ?? 0)) * scale, baseline);
    pen += position?.xAdvance ?? glyph.advanceWidth;
    return moved.toSVG();
  });
  return parts.join("");
}

function brokenInto(font: Font, size: number, widest: number, text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(font, size, longer) <= widest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Returns the text in as few lines as the width allows, each about as long as the others. */
export function balancedLines(font: Font, size: number, widest: number, text: string): string[] {
  const fewest = brokenInto(font, size, widest, text);
  let lines = fewest;
  for (let width = widest; width > widest / 2; width -= size / 2) {
    const tighter = brokenInto(font, size, width, text);
    if (tighter.length > fewest.length) break;
    lines = tighter;
  }
  return lines;
}
