import type { Tag } from "#functions/pdf/tagging/tag.ts";

/** A box in points, relative to the box of the parent. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
  borderTopWidth?: number;
  borderRightWidth?: number;
  borderBottomWidth?: number;
  borderLeftWidth?: number;
}

/** Glyphs of one font, color and link on one line. */
export interface Run {
  start: number;
  end: number;
  xAdvance?: number;
  attributes: { link?: string | null; font?: readonly object[]; fontSize?: number; color?: string };
}

export interface Line {
  string: string;
  box: { x: number; y: number; width: number; height: number };
  /** How far the base line stands below the top of the box. */
  ascent?: number;
  runs: readonly Run[];
  decorationLines?: readonly unknown[];
}

/** The part of react-pdf's trees, before and after layout, that tagging reads. */
export interface PdfNode {
  type: string;
  value?: unknown;
  props?: {
    tag?: Tag;
    /** Place of the node in the source, given before layout; the parts of a split node share it. */
    sourceOrder?: number;
    fixed?: boolean;
    id?: string;
    src?: string;
    href?: string;
    [name: string]: unknown;
  };
  style?: { backgroundColor?: unknown; position?: string; [name: string]: unknown };
  box?: Box;
  lines?: readonly Line[];
  children?: readonly PdfNode[] | null;
}

/** Returns the words of a node, those of separate texts set apart by a space. */
export function wordsOf(node: PdfNode): string {
  if (typeof node.value === "string") return node.value;
  const separator = node.type === "TEXT" || node.type === "LINK" ? "" : " ";
  return (node.children ?? []).map(wordsOf).join(separator);
}

/** True when the node itself puts something on the page before its children do. */
export function isDecorated(node: PdfNode): boolean {
  const { box } = node;
  const borders = [box?.borderTopWidth, box?.borderRightWidth, box?.borderBottomWidth, box?.borderLeftWidth];
  return Boolean(node.style?.backgroundColor) || borders.some(Boolean);
}

function readsLast(node: PdfNode): boolean {
  const tag = node.props?.tag;
  return tag !== undefined && "role" in tag && tag.readLast === true;
}

/** Gives each node its place in the reading of the source, so that the parts of a node split over pages can be told to be one. */
export function numberNodes(root: PdfNode, first = 0): void {
  let next = first;
  const visit = (node: PdfNode): void => {
    if (node.props) node.props = { ...node.props, sourceOrder: next };
    next += 1;
    const children = node.children ?? [];
    for (const child of children) if (!readsLast(child)) visit(child);
    for (const child of children) if (readsLast(child)) visit(child);
  };
  visit(root);
}
