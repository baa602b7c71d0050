import layoutDocument from "@react-pdf/layout";
import draw from "@react-pdf/render";
import { type DocumentProps, Font, pdf } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { numberNodes, type PdfNode } from "#functions/pdf/tagging/laid-out-node.ts";
import { markNodes } from "#functions/pdf/tagging/mark-nodes.ts";
import { sectioned, tidied } from "#functions/pdf/tagging/structure.ts";
import { TaggedPdf } from "#functions/pdf/tagging/tagged-pdf.ts";
import { writeStructure } from "#functions/pdf/tagging/write-structure.ts";

/** A document whose pages are made, not yet drawn. */
export interface LaidOutDocument {
  props: DocumentProps;
  root: PdfNode;
}

export interface DrawOptions {
  /** What the annotations of links inside a text say, by target as in `src`, where the words do not say enough. */
  linkContents?: ReadonlyMap<string, string>;
  /** Heading that opens a section of the structure tree. */
  sectionHeading?: "H1" | "H2";
}

/** The types of the package speak of its inner trees only, and leave the fonts out. */
const layOutNodes = layoutDocument as unknown as (document: PdfNode, fonts: typeof Font) => Promise<PdfNode>;
const drawNodes = draw as unknown as (canvas: TaggedPdf, document: PdfNode) => void;

/**
 * Returns the pages that react-pdf makes of a Document element; where things stand can be read from them.
 * @param firstOrder where the reading of this document begins among others whose pages are joined with its own
 */
export async function layOut(
  document: ReactElement<DocumentProps>,
  firstOrder = 0,
): Promise<LaidOutDocument> {
  const source: { document: PdfNode & { props: DocumentProps } } = pdf(document).container;
  numberNodes(source.document, firstOrder);
  return { props: source.document.props, root: await layOutNodes(source.document, Font) };
}

function emptyPdf(props: DocumentProps): TaggedPdf {
  const info = {
    Title: props.title,
    Author: props.author,
    Subject: props.subject,
    Keywords: props.keywords,
    Creator: props.creator,
    Producer: props.producer,
    CreationDate: props.creationDate,
    ModDate: props.modificationDate,
  };
  const pdfDocument = new TaggedPdf({
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    lang: props.language,
    displayTitle: true,
    autoFirstPage: false,
    pageLayout: props.pageLayout,
    info: Object.fromEntries(Object.entries(info).filter(([, value]) => value !== undefined)),
  });
  const { pageMode } = props;
  if (pageMode) pdfDocument._root.data.PageMode = pageMode.charAt(0).toUpperCase() + pageMode.slice(1);
  return pdfDocument;
}

/**
 * Returns the laid-out document as a tagged PDF 1.7 that identifies itself as PDF/UA-1.
 * @throws Error without a title, a language and a creation date, which PDF/UA and equal bytes need; or when the
 * document holds an annotation other than a link in the flow
 */
export async function drawTagged(laidOut: LaidOutDocument, options: DrawOptions = {}): Promise<Uint8Array> {
  const { props } = laidOut;
  if (!props.title || !props.language || !props.creationDate)
    throw new Error("a tagged document needs a title, a language and a creation date");
  const pdfDocument = emptyPdf(props);
  const { document, structure } = markNodes(laidOut.root, options.linkContents ?? new Map());
  pdfDocument.onDrawn = () => {
    const whole = tidied(structure);
    const heading = options.sectionHeading;
    writeStructure(pdfDocument, heading ? sectioned(whole, heading) : whole);
  };
  drawNodes(pdfDocument, document);
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdfDocument) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Lays a Document element out and draws it as a tagged PDF; see `layOut` and `drawTagged`. */
export async function renderTagged(
  document: ReactElement<DocumentProps>,
  options: DrawOptions = {},
): Promise<{ bytes: Uint8Array; laidOut: LaidOutDocument }> {
  const laidOut = await layOut(document);
  return { bytes: await drawTagged(laidOut, options), laidOut };
}
