import type { Line, PdfNode } from "#functions/pdf/tagging/laid-out-node.ts";

/** Words in one font and color, with where their base line begins on the page, in points from its top left. */
export interface DrawnText {
  kind: "text";
  text: string;
  font: object;
  size: number;
  color: string;
  x: number;
  y: number;
}

export interface DrawnShape {
  kind: "shape";
  shape:
    | { type: "rect"; x: number; y: number; width: number; height: number }
    | { type: "circle"; x: number; y: number; radius: number }
    | { type: "path"; data: string };
  fill: string | null;
  stroke: string | null;
  lineWidth: number;
  opacity: number;
  isDashed: boolean;
  x: number;
  y: number;
  scale: number;
}

export interface DrawnPage {
  width: number;
  height: number;
  drawn: (DrawnText | DrawnShape)[];
}

interface Place {
  x: number;
  y: number;
  scale: number;
}

const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0);
const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "none" ? value : null;

function looks(props: Record<string, unknown>) {
  return {
    fill: textOf(props.fill),
    stroke: textOf(props.stroke),
    lineWidth: numberOf(props.strokeWidth),
    opacity: typeof props.fillOpacity === "number" ? props.fillOpacity : 1,
    isDashed: props.strokeDasharray !== undefined,
  };
}

function shapeOf({ type, props = {} }: PdfNode): DrawnShape["shape"] | null {
  const at = { x: numberOf(props.x), y: numberOf(props.y) };
  if (type === "RECT")
    return { type: "rect", ...at, width: numberOf(props.width), height: numberOf(props.height) };
  if (type === "CIRCLE")
    return { type: "circle", x: numberOf(props.cx), y: numberOf(props.cy), radius: numberOf(props.r) };
  return type === "PATH" ? { type: "path", data: String(props.d) } : null;
}

/** The background of a box and its borders, which are bars as long as the box. */
function boxShapes({ box, style }: PdfNode, { x, y }: Place): DrawnShape[] {
  if (!box) return [];
  const { width, height, borderTopWidth: top = 0, borderLeftWidth: left = 0 } = box;
  const { borderBottomWidth: bottom = 0, borderRightWidth: right = 0 } = box;
  const plain = { stroke: null, lineWidth: 0, opacity: 1, isDashed: false, x, y, scale: 1 };
  const bar = (color: unknown, rect: { x: number; y: number; width: number; height: number }) => {
    const fill = textOf(color);
    if (rect.width === 0 || rect.height === 0 || fill === null) return [];
    return [{ kind: "shape" as const, ...plain, shape: { type: "rect" as const, ...rect }, fill }];
  };
  return [
    ...bar(style?.backgroundColor, { x: 0, y: 0, width, height }),
    ...bar(style?.borderTopColor, { x: 0, y: 0, width, height: top }),
    ...bar(style?.borderBottomColor, { x: 0, y: height - bottom, width, height: bottom }),
    ...bar(style?.borderLeftColor, { x: 0, y: 0, width: left, height }),
    ...bar(style?.borderRightColor, { x: width - right, y: 0, width: right, height }),
  ];
}

function lineTexts(line: Line, { x, y }: Place): DrawnText[] {
  let advance = 0;
  return line.runs.flatMap((run) => {
    const text = line.string.slice(run.start, run.end).replace("\n", "");
    const { font: [font] = [], fontSize: size = 0, color = "#000000" } = run.attributes;
    const place = { x: x + line.box.x + advance, y: y + line.box.y + (line.ascent ?? 0) };
    advance += run.xAdvance ?? 0;
    return text === "" || !font ? [] : [{ kind: "text" as const, text, font, size, color, ...place }];
  });
}

function isViewBox(value: unknown): value is { maxX: number } {
  return typeof value === "object" && value !== null && "maxX" in value && typeof value.maxX === "number";
}

function drawnBy(node: PdfNode, place: Place): DrawnPage["drawn"] {
  const shape = shapeOf(node);
  if (shape) return [{ kind: "shape", shape, ...looks(node.props ?? {}), ...place }];
  const box = node.type === "PAGE" ? undefined : node.box;
  const viewBox = node.props?.viewBox;
  const inside = {
    x: place.x + (box?.left ?? 0),
    y: place.y + (box?.top ?? 0),
    scale: isViewBox(viewBox) && box ? box.width / viewBox.maxX : place.scale,
  };
  return [
    ...boxShapes(node, inside),
    ...(node.lines ?? []).flatMap((line) => lineTexts(line, inside)),
    ...(node.type === "TEXT" ? [] : (node.children ?? []).flatMap((child) => drawnBy(child, inside))),
  ];
}

/** Returns every text and shape of the laid-out pages in the order they are drawn, each with its place on its page. */
export function drawingOf(document: PdfNode): DrawnPage[] {
  return (document.children ?? []).map((page) => ({
    width: page.box?.width ?? 0,
    height: page.box?.height ?? 0,
    drawn: drawnBy(page, { x: 0, y: 0, scale: 1 }),
  }));
}
