/** The part of pdfkit that tagging uses, and what test/bench draws with; the package brings no types. */
declare module "pdfkit" {
  import { Readable } from "node:stream";

  interface Reference {
    id: number;
    data: Record<string, unknown>;
    /** What a stream holds; empty for other objects. */
    buffer: unknown;
    end(): void;
    finalize(): void;
  }

  interface NameTree {
    _compareKeys: (one: string, other: string) => number;
  }

  interface Catalog {
    data: { Names: { data: { Dests: NameTree } }; PageMode?: string };
  }

  interface Tree {
    add(key: number, value: unknown): void;
    get(key: number): unknown;
  }

  export default class PDFDocument extends Readable {
    constructor(options: Record<string, unknown>);
    info: Record<string, unknown>;
    _root: Catalog;
    page: {
      dictionary: Reference;
      annotations: Reference[];
      readonly structParentTreeKey: number;
      write(content: string): void;
    } | null;
    _font: unknown;
    font(source: unknown, size?: number): this;
    fontSize(size: number): this;
    addPage(options?: Record<string, unknown>): this;
    addContent(operators: string): this;
    note(x: number, y: number, width: number, height: number, contents: unknown, options: object): this;
    annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): this;
    ref(data: Record<string, unknown>): Reference;
    getStructTreeRoot(): Reference;
    getStructParentTree(): Tree;
    createStructParentTreeNextKey(): number;
    endMetadata(): void;
    readonly _offset: number;
    readonly _offsets: readonly number[];
    readonly _id: Uint8Array;
    readonly _info: Reference;
    _write(data: string | Uint8Array): void;
    _refEnd(reference: Pick<Reference, "id">): void;
    _finalize(): void;
    end(): void;
    registerFont(name: string, source: unknown): this;
    text(text: string, x: number, y: number, options: Record<string, unknown>): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    circle(x: number, y: number, radius: number): this;
    path(data: string): this;
    dash(length: number): this;
    lineWidth(width: number): this;
    fillOpacity(opacity: number): this;
    fill(color: string): this;
    stroke(color: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    fillColor(color: string): this;
  }
}
