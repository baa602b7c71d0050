import type { DocumentPages } from "#functions/pdf/report-context.ts";
import type { Sheet } from "#functions/pdf/theme.ts";

/** The part of react-pdf's laid-out tree that is read here. */
export interface LaidOutNode {
  props?: { id?: string; printsPages?: unknown };
  box?: { top?: number; height?: number };
  style?: { position?: string };
  children?: readonly LaidOutNode[] | null;
}

function idsIn(node: LaidOutNode): string[] {
  const own = node.props?.id === undefined ? [] : [node.props.id];
  return [...own, ...(node.children ?? []).flatMap(idsIn)];
}

/** Returns the 1-based page on which each id first stands in the laid-out document. */
export function placesIn(document: LaidOutNode): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, page] of (document.children ?? []).entries())
    for (const id of idsIn(page)) if (!places.has(id)) places.set(id, index + 1);
  return places;
}

/**
 * Returns where the places that sentences and contents point to stand.
 * @throws Error when the document lacks one of the three that page slots name
 */
export function documentPages(document: LaidOutNode, sectionIds: readonly string[]): DocumentPages {
  const places = placesIn(document);
  const pageOf = (id: string): number => {
    const page = places.get(id);
    if (page === undefined) throw new Error(`the laid-out report has no place "${id}"`);
    return page;
  };
  return {
    decisionPage: pageOf("decision"),
    planPage: pageOf("plan"),
    offerPage: pageOf("offer"),
    sections: Object.fromEntries(sectionIds.map((id) => [id, pageOf(id)])),
  };
}

/** True when two readings of the page numbers agree, so that what is printed is right. */
export function samePages(one: DocumentPages, other: DocumentPages): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** True when a sentence in the laid-out tree points to a page by its number. */
export function printsPages(node: LaidOutNode): boolean {
  return node.props?.printsPages === true || (node.children ?? []).some(printsPages);
}

/** Returns how far down each page its content reaches, as a share of the room between header and footer. */
export function pageFills(document: LaidOutNode, { margin: { top }, depth }: Sheet): number[] {
  return (document.children ?? []).map((page) => {
    const flow = (page.children ?? []).filter((node) => node.style?.position !== "absolute");
    const ends = flow.map((node) => (node.box?.top ?? 0) + (node.box?.height ?? 0));
    return (Math.max(top, ...ends) - top) / depth;
  });
}
