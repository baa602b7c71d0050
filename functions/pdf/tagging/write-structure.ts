import {
  isElement,
  type Kid,
  type ObjectReference,
  type StructureElement,
} from "#functions/pdf/tagging/structure.ts";
import type { TaggedPdf } from "#functions/pdf/tagging/tagged-pdf.ts";

/** pdfkit writes a plain string as a name, and a String object as text. */
const text = (value: string) => new String(value);

function attributesOf(element: StructureElement): Record<string, unknown>[] {
  const { bounds, scope, colSpan, rowSpan, numbering } = element;
  const attributes: Record<string, unknown>[] = [];
  if (bounds) attributes.push({ O: "Layout", Placement: "Block", BBox: [...bounds] });
  if (scope || colSpan || rowSpan)
    attributes.push({ O: "Table", Scope: scope, ColSpan: colSpan, RowSpan: rowSpan });
  if (numbering && element.role === "L") attributes.push({ O: "List", ListNumbering: numbering });
  return attributes;
}

/** The page that most references of an element need not repeat. */
function pageOf(element: StructureElement): ObjectReference | undefined {
  for (const kid of element.kids) if ("drawn" in kid && kid.drawn) return kid.drawn.page;
  return undefined;
}

/** Writes one structure tree into a document, with the parent tree that leads from content back to it. */
class StructureWriter {
  constructor(private readonly pdf: TaggedPdf) {}

  write(element: StructureElement, parent: ObjectReference): ObjectReference {
    const reference: ObjectReference = this.pdf.ref({ S: element.role, P: parent });
    const page = pageOf(element);
    const attributes = attributesOf(element);
    if (page) reference.data.Pg = page;
    if (element.alt) reference.data.Alt = text(element.alt);
    if (element.actual) reference.data.ActualText = text(element.actual);
    if (element.lang) reference.data.Lang = text(element.lang);
    if (attributes.length > 0) reference.data.A = attributes.length === 1 ? attributes[0] : attributes;
    const kids = element.kids.flatMap((kid) => this.kid(kid, reference, page));
    if (kids.length > 0) reference.data.K = kids.length === 1 ? kids[0] : kids;
    reference.end();
    return reference;
  }

  /** Returns what stands for the kid in its parent: nothing for content that became part of the one before. */
  private kid(kid: Kid, owner: ObjectReference, ownPage: ObjectReference | undefined): unknown[] {
    if (isElement(kid)) return [this.write(kid, owner)];
    const parents = this.pdf.getStructParentTree();
    if ("annotation" in kid) {
      parents.add(kid.key, owner);
      return [{ Type: "OBJR", Obj: kid.annotation, Pg: kid.page }];
    }
    if (!kid.drawn) return [];
    const { page, pageKey, mcid } = kid.drawn;
    const entries = parents.get(pageKey) as unknown[];
    entries[mcid] = owner;
    return [page === ownPage ? mcid : { Type: "MCR", Pg: page, MCID: mcid }];
  }
}

/** Writes the structure under the document's root; call it when all content is drawn and before the end. */
export function writeStructure(pdf: TaggedPdf, structure: StructureElement): void {
  const root = pdf.getStructTreeRoot();
  root.data.K = [new StructureWriter(pdf).write(structure, root)];
}
