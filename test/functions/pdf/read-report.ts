import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What an independent reader finds in a PDF. */
export interface ReadReport {
  /** Text of each page, words separated by single spaces. */
  pages: string[];
  /** Titles of the outline, outermost level. */
  outline: string[];
  info: Record<string, unknown>;
  /** Addresses that pages link to, each once. */
  links: string[];
  /** Named places that can be linked to. */
  destinations: string[];
}

export async function readReport(bytes: Uint8Array): Promise<ReadReport> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: string[] = [];
  const links = new Set<string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    pages.push(text.replace(/\s+/g, " "));
    for (const annotation of await page.getAnnotations())
      if (typeof annotation.url === "string") links.add(annotation.url);
  }
  const outline = ((await document.getOutline()) ?? []).map((entry) => entry.title);
  const { info } = await document.getMetadata();
  const destinations = Object.keys((await document.getDestinations()) ?? {});
  const read = { pages, outline, info: info as Record<string, unknown>, links: [...links], destinations };
  await document.destroy();
  return read;
}

/** Text without any space: where a reader puts spaces between runs differs from where we do. */
export const solid = (text: string) => text.replace(/\s+/g, "");
