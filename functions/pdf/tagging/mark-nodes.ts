import { isDecorated, type PdfNode, wordsOf } from "#functions/pdf/tagging/laid-out-node.ts";
import { element, type MarkedContent, type StructureElement } from "#functions/pdf/tagging/structure.ts";
import type { ArtifactKind, TagOptions } from "#functions/pdf/tagging/tag.ts";
import { textSegments } from "#functions/pdf/tagging/text-segments.ts";

/** What the content drawn from now on is. */
export type Mark = { element: StructureElement; content: MarkedContent } | { artifact: ArtifactKind };

/** A mark on its way through react-pdf, which hands the words of a note to the document unread. */
export class MarkNote {
  constructor(
    readonly mark: Mark,
    /** The link that annotations drawn now belong to. */
    readonly link: StructureElement | null,
  ) {}
}

/** Takes a place among the kids of an element for content that is still to be drawn. */
function contentOf(owner: StructureElement): Mark {
  const content: MarkedContent = { drawn: null };
  owner.kids.push(content);
  return { element: owner, content };
}

/** Elements that hold words directly, so that a text inside needs no element of its own. */
const holdsWords = new Set(["P", "H1", "H2", "H3", "H4", "Lbl", "Link", "Caption"]);
/** Elements that may hold a link without a paragraph around it. */
const holdsLinks = new Set([...holdsWords, "TD", "TH", "LBody"]);

interface Place {
  parent: StructureElement;
  /** Where the parent's box stands on the page, in points from its top left. */
  left: number;
  top: number;
}

/** Puts marks into the laid-out pages of one document and collects its structure. */
class NodeMarker {
  readonly root = element("Document", 0);
  private readonly elements = new Map<string, StructureElement>();
  private pageHeight = 0;

  constructor(private readonly linkContents: ReadonlyMap<string, string>) {}

  page(page: PdfNode): PdfNode {
    this.pageHeight = page.box?.height ?? 0;
    const children = this.children(page, { parent: this.root, left: 0, top: 0 });
    return { ...page, children };
  }

  private children(node: PdfNode, place: Place): PdfNode[] {
    return (node.children ?? []).flatMap((child) => this.node(child, place));
  }

  /** Returns the node with the marks that must come before it. */
  private node(node: PdfNode, place: Place): PdfNode[] {
    const tag = node.props?.tag;
    const order = node.props?.sourceOrder;
    if (tag && "artifact" in tag) return [this.mark({ artifact: tag.artifact }), node];
    if (node.props?.fixed) return [this.mark({ artifact: "Pagination" }), node];
    if (node.type === "LINK" && order !== undefined) return this.link(node, order, place);
    if (node.type === "TEXT") return this.text(node, place);
    const isContainer = node.type === "VIEW" || node.type === "LINK";
    if (!tag || order === undefined)
      return isContainer ? this.container(node, place) : [this.mark({ artifact: "Layout" }), node];
    const own = this.elementFor(order, tag.role, place.parent, tag);
    if (tag.role !== "Figure") return this.container(node, { ...place, parent: own });
    this.bound(own, node, place);
    return [this.mark(contentOf(own)), node];
  }

  private container(node: PdfNode, place: Place): PdfNode[] {
    const marked = this.inside(node, place);
    return isDecorated(node) ? [this.mark({ artifact: "Layout" }), marked] : [marked];
  }

  private inside(node: PdfNode, place: Place): PdfNode {
    const left = place.left + (node.box?.left ?? 0);
    const top = place.top + (node.box?.top ?? 0);
    return { ...node, children: this.children(node, { ...place, left, top }) };
  }

  private text(node: PdfNode, place: Place): PdfNode[] {
    const tag = node.props?.tag;
    const isPartOfParent = holdsWords.has(place.parent.role);
    // react-pdf itself makes the text inside a link that holds bare words, after nodes were numbered.
    const order = node.props?.sourceOrder ?? (isPartOfParent ? place.parent.order : undefined);
    if (order === undefined) return [this.mark({ artifact: "Pagination" }), node];
    const { segments, decoration } = textSegments(node);
    if (segments.every((segment) => segment.text.trim() === ""))
      return [this.mark({ artifact: "Layout" }), node];
    const named = tag && "role" in tag ? tag : null;
    const own =
      named || !isPartOfParent
        ? this.elementFor(order, named?.role ?? "P", place.parent, named ?? {})
        : place.parent;
    const isFurther = own === place.parent && own.kids.length > 0;
    const parts = segments.flatMap(({ node: part, link, text }, index) => {
      if (link === null && isFurther && index === 0) {
        // Nothing is drawn between two texts of one paragraph or link, yet their words must not run together.
        const span = element("Span", order, { actual: ` ${text}` });
        own.kids.push(span);
        return [this.mark(contentOf(span)), part];
      }
      if (link === null) return [this.mark(contentOf(own)), part];
      const target = element("Link", order, { contents: this.linkContents.get(link) ?? text });
      own.kids.push(target);
      return [this.mark(contentOf(target), target), part];
    });
    return decoration ? [...parts, this.mark({ artifact: "Layout" }), decoration] : parts;
  }

  /** A link around blocks: an element around theirs, in the one it is tagged as or a paragraph where it needs one. */
  private link(node: PdfNode, order: number, place: Place): PdfNode[] {
    const tag = node.props?.tag;
    const named = tag && "role" in tag ? tag : null;
    const isWrapped = named !== null && named.role !== "Link";
    const outer = isWrapped ? this.elementFor(order, named.role, place.parent, named) : place.parent;
    const between = outer.role === "TOCI" ? "Reference" : "P";
    const around = holdsLinks.has(outer.role) ? outer : this.elementFor(order, between, outer, {}, "around");
    const contents = named?.contents ?? wordsOf(node).trim();
    const own = this.elementFor(order, "Link", around, { contents }, "link");
    return [this.mark({ artifact: "Layout" }, own), this.inside(node, { ...place, parent: own })];
  }

  private elementFor(
    order: number,
    role: string,
    parent: StructureElement,
    options: TagOptions,
    use = "own",
  ): StructureElement {
    const known = this.elements.get(`${order} ${use}`);
    if (known) return known;
    const { alt, actual, scope, colSpan, rowSpan, numbering, contents, lang } = options;
    const given = { alt, actual, scope, colSpan, rowSpan, numbering, contents, lang };
    const own = element(role, order, Object.fromEntries(Object.entries(given).filter(([, value]) => value)));
    this.elements.set(`${order} ${use}`, own);
    parent.kids.push(own);
    return own;
  }

  private bound(figure: StructureElement, node: PdfNode, place: Place): void {
    const { box } = node;
    if (!box || figure.bounds !== undefined) {
      figure.bounds = null;
      return;
    }
    const left = place.left + box.left;
    const bottom = this.pageHeight - place.top - box.top - box.height;
    figure.bounds = [left, bottom, left + box.width, bottom + box.height];
  }

  /**
   * A node that draws nothing and says what comes next. It is a note, since of all nodes that call the document
   * react-pdf does least for one: a canvas would get a painter of 34 methods made each time.
   */
  private mark(mark: Mark, link: StructureElement | null = null): PdfNode {
    const words = { type: "TEXT_INSTANCE", value: new MarkNote(mark, link) };
    return { type: "NOTE", box: { left: 0, top: 0, width: 0, height: 0 }, children: [words] };
  }
}

/**
 * Returns the laid-out document with marks between its nodes that reach the document as it is drawn, and the
 * structure that they fill. Reading order is source order. What pages repeat is an artifact, and so is what a
 * `render` or `layout` prop produces.
 * @param linkContents what the annotations of links to a target say, where their own words do not
 */
export function markNodes(
  document: PdfNode,
  linkContents: ReadonlyMap<string, string>,
): { document: PdfNode; structure: StructureElement } {
  const nodes = new NodeMarker(linkContents);
  const children = (document.children ?? []).map((page) => nodes.page(page));
  return { document: { ...document, children }, structure: nodes.root };
}
