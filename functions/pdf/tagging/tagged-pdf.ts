import { CompactPdf } from "#functions/pdf/tagging/compact-pdf.ts";
import { type Mark, MarkNote } from "#functions/pdf/tagging/mark-nodes.ts";
import type { StructureElement } from "#functions/pdf/tagging/structure.ts";
import type { ArtifactKind } from "#functions/pdf/tagging/tag.ts";

const artifactProperties: Readonly<Record<ArtifactKind, string>> = {
  Layout: "/Type /Layout",
  Pagination: "/Type /Pagination",
  Header: "/Type /Pagination /Subtype /Header",
  Footer: "/Type /Pagination /Subtype /Footer",
};

function sameMark(one: Mark | null, other: Mark): boolean {
  if (one === null) return false;
  if ("element" in one) return "element" in other && one.element === other.element;
  return "artifact" in other && one.artifact === other.artifact;
}

/** XMP is XML, which pdfkit does not escape for. */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * A pdfkit document on whose pages a mark is open from the first operator to the last, so that nothing drawn
 * can be left untagged: decoration until `mark` says otherwise.
 */
export class TaggedPdf extends CompactPdf {
  private opened: Mark | null = null;
  private linkElement: StructureElement | null = null;
  constructor(options: Record<string, unknown>) {
    super(options);
    // Readers look names up by halving a list in byte order; pdfkit sorts it by the machine's language.
    const names = this._root.data.Names.data.Dests;
    names._compareKeys = (one, other) => (one < other ? -1 : Number(one > other));
  }

  /** Called when all pages are drawn and the structure is complete. */
  onDrawn: () => void = () => {};

  /** A mark says what is drawn from now on, and which element the link annotations drawn now belong to. */
  override note(
    x: number,
    y: number,
    width: number,
    height: number,
    contents: unknown,
    options: object,
  ): this {
    if (!(contents instanceof MarkNote)) return super.note(x, y, width, height, contents, options);
    this.mark(contents.mark, contents.link);
    return this;
  }

  private mark(next: Mark, link: StructureElement | null): void {
    this.linkElement = link;
    if (sameMark(this.opened, next)) return;
    this.closeMark();
    this.openMark(next);
  }

  private openMark(next: Mark): void {
    this.opened = next;
    if ("artifact" in next) {
      this.addContent(`/Artifact <<${artifactProperties[next.artifact]}>> BDC`);
      return;
    }
    const page = this.drawnPage();
    const pageKey = page.structParentTreeKey;
    const entries = this.getStructParentTree().get(pageKey) as unknown[];
    const mcid = entries.push(null) - 1;
    next.content.drawn = { page: page.dictionary, pageKey, mcid };
    this.addContent(`/${next.element.role} <</MCID ${mcid}>> BDC`);
  }

  private closeMark(): void {
    if (this.opened) this.addContent("EMC");
    this.opened = null;
  }

  private drawnPage() {
    if (!this.page) throw new Error("there is no page to draw on");
    return this.page;
  }

  override addPage(options?: Record<string, unknown>): this {
    this.closeMark();
    super.addPage(options);
    this.openMark({ artifact: "Layout" });
    return this;
  }

  /** @throws Error for anything but a link in the structure tree: no other annotation could be reached in it */
  override annotate(
    x: number,
    y: number,
    width: number,
    height: number,
    options: Record<string, unknown>,
  ): this {
    const link = this.linkElement;
    if (options.Subtype !== "Link" || !link)
      throw new Error(`a ${String(options.Subtype)} annotation has no place in the structure tree`);
    const key = this.createStructParentTreeNextKey();
    const Contents = new String(link.contents ?? "");
    super.annotate(x, y, width, height, { ...options, StructParent: key, Contents });
    const page = this.drawnPage();
    const annotation = page.annotations.at(-1);
    if (annotation) link.kids.push({ page: page.dictionary, annotation, key });
    return this;
  }

  override endMetadata(): void {
    const { info } = this;
    const safe = Object.entries(info).map(([name, value]) => [
      name,
      typeof value === "string" ? escaped(value) : value,
    ]);
    this.info = Object.fromEntries(safe);
    super.endMetadata();
    this.info = info;
  }

  override end(): void {
    this.closeMark();
    this.onDrawn();
    super.end();
  }
}
