import { OPS, type PDFPageProxy, Util } from "pdfjs-dist/legacy/build/pdf.mjs";

const identity = [1, 0, 0, 1, 0, 0];
const rounded = (matrix: readonly number[]) => matrix.map((value) => Math.round(value * 100) / 100).join(" ");

function glyphsOf(args: unknown): string {
  const [glyphs] = args as [({ unicode: string } | number)[]];
  return glyphs.flatMap((glyph) => (typeof glyph === "number" ? [] : [glyph.unicode])).join("");
}

/**
 * Returns every text and path that a page shows, each with its place on the page and its color, sorted:
 * equal lists mean equal looks, whatever marks stand between the operators.
 */
export async function drawnThings(page: PDFPageProxy): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const things: string[] = [];
  let now = { place: identity, fill: "", stroke: "", width: "" };
  const kept: (typeof now)[] = [];
  let text = identity;
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.save) kept.push(now);
    else if (operator === OPS.restore) now = kept.pop() ?? now;
    else if (operator === OPS.transform) now = { ...now, place: Util.transform(now.place, args as number[]) };
    else if (operator === OPS.setFillRGBColor) now = { ...now, fill: String(args) };
    else if (operator === OPS.setStrokeRGBColor) now = { ...now, stroke: String(args) };
    else if (operator === OPS.setLineWidth) now = { ...now, width: String(args) };
    else if (operator === OPS.beginText) text = identity;
    else if (operator === OPS.setTextMatrix) text = Array.from((args as [ArrayLike<number>])[0]);
    else if (operator === OPS.showText) {
      const place = rounded(Util.transform(now.place, text));
      things.push(`${glyphsOf(args)} at ${place} in ${now.fill}`);
    } else if (operator === OPS.constructPath) {
      const look = `${now.fill} ${now.stroke} ${now.width}`;
      things.push(`path ${JSON.stringify(args)} at ${rounded(now.place)} in ${look}`);
    }
  }
  return things.toSorted();
}
