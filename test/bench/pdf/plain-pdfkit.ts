import PDFDocument from "pdfkit";
import type { DrawnPage, DrawnShape, DrawnText } from "./drawing.ts";

function drawShape(pdf: PDFDocument, { shape, fill, stroke, ...look }: DrawnShape): void {
  pdf.save().translate(look.x, look.y);
  if (look.scale !== 1) pdf.scale(look.scale);
  if (look.opacity !== 1) pdf.fillOpacity(look.opacity);
  if (look.isDashed) pdf.dash(2);
  if (stroke) pdf.lineWidth(look.lineWidth);
  if (shape.type === "rect") pdf.rect(shape.x, shape.y, shape.width, shape.height);
  else if (shape.type === "circle") pdf.circle(shape.x, shape.y, shape.radius);
  else pdf.path(shape.data);
  if (fill && stroke) pdf.fillAndStroke(fill, stroke);
  else if (fill) pdf.fill(fill);
  else if (stroke) pdf.stroke(stroke);
  pdf.restore();
}

function drawText(pdf: PDFDocument, { text, size, color, x, y }: DrawnText, fontName: string): void {
  pdf.font(fontName).fontSize(size).fillColor(color);
  pdf.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
}

/**
 * Returns a PDF with the given texts and shapes where they stand, drawn as the handbook of pdfkit draws: a font by its
 * registered name, a text at its place, no line breaking. Untagged, without links, outline or destinations.
 */
export async function drawWithPdfkit(pages: readonly DrawnPage[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, font: null });
  const fontNames = new Map<object, string>();
  for (const { width, height, drawn } of pages) {
    pdf.addPage({ size: [width, height], margin: 0 });
    for (const item of drawn) {
      if (item.kind === "shape") {
        drawShape(pdf, item);
        continue;
      }
      const name = fontNames.get(item.font) ?? `font ${fontNames.size}`;
      if (!fontNames.has(item.font)) pdf.registerFont(name, item.font);
      fontNames.set(item.font, name);
      drawText(pdf, item, name);
    }
  }
  pdf.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
