import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";

/** Objects in one stream: a reader unpacks a whole stream for any object in it. */
const objectsPerStream = 200;

/** Where an object stands: by itself in the file, or as a part of an object stream. */
type Place = { offset: number } | { stream: number; index: number };

interface Reference {
  id: number;
  buffer: unknown;
  finalize(): void;
}

const isStream = (reference: Reference) => Array.isArray(reference.buffer) && reference.buffer.length > 0;

function crossReference(place: Place | undefined): Buffer {
  const entry = Buffer.alloc(7);
  if (place === undefined) entry.writeUInt16BE(0xffff, 5);
  else if ("offset" in place) {
    entry.writeUInt8(1, 0);
    entry.writeUInt32BE(place.offset, 1);
  } else {
    entry.writeUInt8(2, 0);
    entry.writeUInt32BE(place.stream, 1);
    entry.writeUInt16BE(place.index, 5);
  }
  return entry;
}

/** Operators that draw nothing, but say how or where to draw what follows until the state is restored. */
const setsState = /(?: cm| gs| w| cs| CS| scn| SCN)$/;

/**
 * A pdfkit document whose dictionaries are written packed, as PDF 1.5 allows and pdfkit does not: a structure
 * tree is a thousand small dictionaries, and plain they would take more room than fonts and pages together.
 * What a page draws is gathered and written at once, without the states that are saved and restored around nothing:
 * react-pdf saves one or two for every node. And a font is embedded once: asked for by itself and not by name, as
 * react-pdf does for every stretch of text, pdfkit makes another subset and then finds that it has one.
 */
export class CompactPdf extends PDFDocument {
  private captured: string[] | null = null;
  private readonly packed = new Map<number, string>();
  private operators: string[] = [];
  private readonly embedded = new Map<unknown, unknown>();

  constructor(options: Record<string, unknown>) {
    // Without a font to begin with: none but those of the texts are opened.
    super({ ...options, font: null });
  }

  override font(source: unknown, size: number): this {
    const known = this.embedded.get(source);
    if (known === undefined) {
      super.font(source, size);
      this.embedded.set(source, this._font);
      return this;
    }
    this._font = known;
    return this.fontSize(size);
  }

  override addContent(operator: string): this {
    if (operator !== "Q" || !this.dropEmptyState()) this.operators.push(operator);
    return this;
  }

  /** Takes back the last saved state if nothing was drawn in it. */
  private dropEmptyState(): boolean {
    let last = this.operators.length - 1;
    while (setsState.test(this.operators[last] ?? "")) last -= 1;
    if (this.operators[last] !== "q") return false;
    this.operators.length = last;
    return true;
  }

  private writeContent(): void {
    if (this.operators.length > 0) this.page?.write(this.operators.join("\n"));
    this.operators = [];
  }

  override addPage(options?: Record<string, unknown>): this {
    this.writeContent();
    return super.addPage(options);
  }

  override end(): void {
    this.writeContent();
    super.end();
  }

  override ref(data: Record<string, unknown>) {
    const reference = super.ref(data);
    const writeOut = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (!isStream(reference)) this.captured = [];
      writeOut();
    };
    return reference;
  }

  /** Keeps what a dictionary would write; everything else goes into the file. */
  override _write(data: string | Uint8Array): void {
    if (this.captured && typeof data === "string") this.captured.push(data);
    else super._write(data);
  }

  override _refEnd(reference: Reference): void {
    const { captured } = this;
    this.captured = null;
    // The first and last line say which object it is, which the stream says elsewhere.
    if (captured) this.packed.set(reference.id, captured.slice(1, -1).join("\n"));
    super._refEnd(reference);
  }

  override _finalize(): void {
    const places: (Place | undefined)[] = [undefined];
    for (const [index, offset] of this._offsets.entries()) places[index + 1] = { offset };
    const objects = [...this.packed];
    for (let start = 0; start < objects.length; start += objectsPerStream)
      this.writeObjects(objects.slice(start, start + objectsPerStream), places);
    const xref = this._offset;
    const id = places.length;
    places.push({ offset: xref });
    const fileId = `<${Buffer.from(this._id).toString("hex")}>`;
    const trailer = `/Root ${this._root} /Info ${this._info} /ID [${fileId} ${fileId}]`;
    const table = Buffer.concat(places.map(crossReference));
    this.writeStream(id, `/Type /XRef /Size ${places.length} /W [1 4 2] ${trailer}`, table);
    this._write(`startxref\n${xref}\n%%EOF`);
    this.push(null);
  }

  private writeObjects(objects: readonly [number, string][], places: (Place | undefined)[]): void {
    const stream = places.length;
    places.push({ offset: this._offset });
    const heads: string[] = [];
    let offset = 0;
    for (const [index, [id, text]] of objects.entries()) {
      places[id] = { stream, index };
      heads.push(`${id} ${offset}`);
      offset += text.length + 1;
    }
    const head = `${heads.join(" ")}\n`;
    const body = `${head}${objects.map(([, text]) => text).join("\n")}\n`;
    const entries = `/Type /ObjStm /N ${objects.length} /First ${head.length}`;
    this.writeStream(stream, entries, Buffer.from(body, "latin1"));
  }

  private writeStream(id: number, entries: string, content: Uint8Array): void {
    const bytes = deflateSync(content);
    this._write(`${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream`);
    this._write(bytes);
    this._write("\nendstream\nendobj");
  }
}
