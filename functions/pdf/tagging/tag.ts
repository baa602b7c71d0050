/**
 * Standard structure types of PDF 1.7 that the marker knows how to nest. A block without a tag is transparent;
 * a text without one is a paragraph, or part of the paragraph, heading or link around it.
 */
export type Role =
  | "Sect"
  | "Div"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "TOC"
  | "TOCI"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Caption"
  | "BlockQuote"
  | "Figure"
  | "Link";

/** Decoration, or what repeats on every page: read aloud by nobody. */
export type ArtifactKind = "Layout" | "Pagination" | "Header" | "Footer";

export interface TagOptions {
  /** What a reader who cannot see it is told instead. */
  alt?: string;
  /** What is read in place of the words as drawn. */
  actual?: string;
  /** Which cells a header cell is for. */
  scope?: "Row" | "Column" | "Both";
  colSpan?: number;
  rowSpan?: number;
  /** How a list counts, said on it or on its items; leave out for one whose labels are no counting. */
  numbering?: "Decimal" | "Disc" | "Circle" | "Square" | "UpperAlpha" | "LowerAlpha";
  /** What a link's annotation says; its own text when left out. */
  contents?: string;
  /** Read after its siblings, though it is drawn before some of them. */
  readLast?: boolean;
  /** Language other than the document's, as in BCP 47. */
  lang?: string;
}

export type Tag = ({ role: Role } & TagOptions) | { artifact: ArtifactKind };

/** Props that give a react-pdf element its place in the structure tree; spread them on it. */
export function role(name: Exclude<Role, "Figure">, options: TagOptions = {}): { tag: Tag } {
  return { tag: { role: name, ...options } };
}

/**
 * Props for a drawing, or a block that is read as one; everything inside belongs to it.
 * @throws Error when the alternative text is empty
 */
export function figure(alt: string): { tag: Tag } {
  if (alt.trim() === "") throw new Error("a figure needs an alternative text");
  return { tag: { role: "Figure", alt } };
}

/** Props for decoration, and with "Header" or "Footer" for what stands on every page. */
export function artifact(kind: ArtifactKind = "Layout"): { tag: Tag } {
  return { tag: { artifact: kind } };
}
