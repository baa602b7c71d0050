import type { TagOptions } from "#functions/pdf/tagging/tag.ts";

/** The reference of a PDF object, as pdfkit hands it out. */
export interface ObjectReference {
  data: Record<string, unknown>;
  end(): void;
}

/** A stretch of a page's content that belongs to an element. */
export interface MarkedContent {
  /** Where it was drawn: page, the page's key in the parent tree, its number on the page; null before. */
  drawn: { page: ObjectReference; pageKey: number; mcid: number } | null;
}

/** An annotation that belongs to an element. */
export interface ElementAnnotation {
  page: ObjectReference;
  annotation: ObjectReference;
  /** Key of the annotation in the parent tree. */
  key: number;
}

export type Kid = StructureElement | MarkedContent | ElementAnnotation;

/** An element of the structure tree. */
export interface StructureElement extends TagOptions {
  role: string;
  /** Where the element stands in the source; reading order follows it. */
  order: number;
  kids: Kid[];
  /** Where a figure stands, in points of PDF space; null when it is split over pages. */
  bounds?: readonly [number, number, number, number] | null;
}

export function isElement(kid: Kid): kid is StructureElement {
  return "role" in kid;
}

export function element(role: string, order: number, options: TagOptions = {}): StructureElement {
  return { ...options, role, order, kids: [] };
}

const startOf = (kid: Kid | undefined) => (kid && isElement(kid) ? kid.order : 0);

/** Puts each run of kids that `belongs` names into a new element of the given role. */
function gather(kids: readonly Kid[], role: string, belongs: (kid: StructureElement) => boolean): Kid[] {
  const result: Kid[] = [];
  let open: StructureElement | undefined;
  for (const kid of kids) {
    if (!isElement(kid) || !belongs(kid)) {
      open = undefined;
      result.push(kid);
      continue;
    }
    if (!open) {
      open = element(role, kid.order, kid.numbering ? { numbering: kid.numbering } : {});
      result.push(open);
    }
    open.kids.push(kid);
  }
  return result;
}

/** Which element must stand around a kid that has none of these parents. */
const missingParents: readonly { kid: string; parent: string; allowed: readonly string[] }[] = [
  { kid: "LI", parent: "L", allowed: ["L"] },
  { kid: "TR", parent: "Table", allowed: ["Table"] },
  { kid: "TOCI", parent: "TOC", allowed: ["TOC"] },
];

/**
 * Returns the element with its kids in source order and what they lack around them: list items in a list,
 * rows in a table, what follows the label of a list item in its body.
 */
export function tidied(parent: StructureElement): StructureElement {
  let kids: Kid[] = parent.kids.map((kid) => (isElement(kid) ? tidied(kid) : kid));
  if (kids.every(isElement)) kids = kids.toSorted((one, other) => startOf(one) - startOf(other));
  for (const { kid, parent: around, allowed } of missingParents)
    if (!allowed.includes(parent.role)) kids = gather(kids, around, (candidate) => candidate.role === kid);
  if (parent.role === "LI")
    kids = kids.every(isElement)
      ? gather(kids, "LBody", (candidate) => candidate.role !== "Lbl" && candidate.role !== "LBody")
      : [{ ...element("LBody", parent.order), kids }];
  return { ...parent, kids };
}

const opensWith = (kid: Kid, heading: string): boolean =>
  isElement(kid) && (kid.role === heading || kid.kids.some((inner) => opensWith(inner, heading)));

/** Returns the element with each heading of the given role, or block that holds one, and what follows in a section. */
export function sectioned(parent: StructureElement, heading: string): StructureElement {
  const kids: Kid[] = [];
  let section: StructureElement | undefined;
  for (const kid of parent.kids) {
    if (isElement(kid) && opensWith(kid, heading)) {
      section = element("Sect", kid.order);
      kids.push(section);
    }
    if (section) section.kids.push(kid);
    else kids.push(kid);
  }
  return { ...parent, kids };
}
