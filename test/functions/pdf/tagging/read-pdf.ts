import { inflateSync } from "node:zlib";
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Opens a PDF with pdf.js, the reader that had no part in writing it. */
export function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes.slice(),
    fontExtraProperties: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
}

export async function pagesOf(pdf: PDFDocumentProxy): Promise<PDFPageProxy[]> {
  return Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
}

/** A part of a page's structure tree; content and annotations are leaves named by id. */
export interface StructNode {
  role?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: StructNode[];
}

export async function structureOf(page: PDFPageProxy): Promise<StructNode> {
  return ((await page.getStructTree()) ?? {}) as StructNode;
}

/** All nodes below and including one, in reading order. */
export function walk(node: StructNode): StructNode[] {
  return [node, ...(node.children ?? []).flatMap(walk)];
}

/** The text of each marked content of a page, by id. */
export async function markedText(page: PDFPageProxy): Promise<Map<string, string>> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of content.items) {
    if ("str" in item) {
      const id = open.findLast((candidate) => candidate !== null);
      if (id) texts.set(id, `${texts.get(id) ?? ""}${item.str}${item.hasEOL ? " " : ""}`);
    } else if (item.type === "endMarkedContent") open.pop();
    else {
      open.push(item.id ?? null);
      if (item.id) texts.set(item.id, "");
    }
  }
  return texts;
}

/** A node as an indented outline of roles with the text of their content. */
export function outline(node: StructNode, texts: ReadonlyMap<string, string>, depth = 0): string[] {
  const indent = "  ".repeat(depth);
  const words = (id: string | undefined) => `"${(texts.get(id ?? "") ?? "").trim()}"`;
  if (node.type === "content") return [`${indent}${words(node.id)}`];
  if (node.type) return [`${indent}(${node.type})`];
  const own = node.role && node.role !== "Root" ? [`${indent}${node.role}`] : [];
  return [...own, ...(node.children ?? []).flatMap((kid) => outline(kid, texts, depth + own.length))];
}

const painting = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.shadingFill,
]);

export interface ContentReading {
  /** Painting operators outside of any marked content. */
  unmarked: number;
  /** Marks opened inside other marks. */
  nested: number;
  /** Fonts that the file does not carry. */
  missingFonts: string[];
}

/** Reads the operators of a page for what stands outside of marked content. */
export async function readContent(page: PDFPageProxy): Promise<ContentReading> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const reading: ContentReading = { unmarked: 0, nested: 0, missingFonts: [] };
  let depth = 0;
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      depth += 1;
      if (depth > 1) reading.nested += 1;
    }
    if (operator === OPS.endMarkedContent) depth -= 1;
    const paintsPath = operator === OPS.constructPath && Array.isArray(args) && args[0] !== OPS.endPath;
    if (depth === 0 && (painting.has(operator) || paintsPath)) reading.unmarked += 1;
    if (operator === OPS.setFont && Array.isArray(args)) {
      const font: { missingFile?: boolean; name?: string } = page.commonObjs.get(String(args[0]));
      if (font.missingFile) reading.missingFonts.push(font.name ?? "?");
    }
  }
  return reading;
}

/** The streams of a file that pdfkit wrote, unpacked, each with its dictionary as text. */
function streamsOf(bytes: Uint8Array): { dictionary: string; content: string }[] {
  const raw = Buffer.from(bytes);
  const streams: { dictionary: string; content: string }[] = [];
  for (const found of raw.toString("latin1").matchAll(/\n\d+ 0 obj\n<<([\s\S]*?)>>\nstream\n/g)) {
    const dictionary = (found[1] ?? "").split("endobj").at(-1) ?? "";
    const start = found.index + found[0].length;
    const packed = raw.subarray(start, start + Number(/\/Length (\d+)/.exec(dictionary)?.[1]));
    if (dictionary.includes("/FlateDecode"))
      streams.push({ dictionary, content: inflateSync(packed).toString("latin1") });
  }
  return streams;
}

/**
 * The dictionaries of a file that pdfkit wrote, plain or packed, as text by object number: what pdf.js does not
 * hand out.
 */
export function objectsOf(bytes: Uint8Array): Map<number, string> {
  const objects = new Map<number, string>();
  const raw = Buffer.from(bytes).toString("latin1");
  for (const [, id, body = ""] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    if (!body.includes("\nstream\n")) objects.set(Number(id), body);
  for (const { dictionary, content } of streamsOf(bytes)) {
    if (!dictionary.includes("/ObjStm")) continue;
    const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
    const numbers = content.slice(0, first).trim().split(" ").map(Number);
    for (let index = 0; index < numbers.length; index += 2) {
      const end = numbers[index + 3] ?? Number.POSITIVE_INFINITY;
      objects.set(numbers[index] ?? 0, content.slice(first + (numbers[index + 1] ?? 0), first + end));
    }
  }
  return objects;
}

/** What the pages of a file that pdfkit wrote are drawn with, page after page. */
export function drawnOperators(bytes: Uint8Array): string {
  const contents = streamsOf(bytes).map(({ content }) => content);
  return contents.filter((content) => content.startsWith("1 0 0 -1 0 ")).join("\n");
}
