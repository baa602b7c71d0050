import { Document, Note, Page, renderToBuffer, Text } from "@react-pdf/renderer";
import { beforeAll, describe, expect, it } from "vitest";
import { renderTagged } from "#functions/pdf/tagging/render-tagged.ts";
import { role } from "#functions/pdf/tagging/tag.ts";
import { drawnThings } from "./drawn-things.ts";
import {
  drawnOperators,
  markedText,
  objectsOf,
  open,
  outline,
  pagesOf,
  structureOf,
  walk,
} from "./read-pdf.ts";
import { chartAlt, longText, SampleDocument } from "./sample-document.tsx";

const options = { linkContents: new Map([["#end", "Go to the end"]]), sectionHeading: "H2" } as const;
let bytes: Uint8Array;

beforeAll(async () => {
  bytes = (await renderTagged(<SampleDocument />, options)).bytes;
});

async function pageOutlines(file: Uint8Array): Promise<string[][]> {
  const pages = await pagesOf(await open(file));
  return Promise.all(pages.map(async (page) => outline(await structureOf(page), await markedText(page))));
}

async function looksOf(file: Uint8Array): Promise<string[][]> {
  return Promise.all((await pagesOf(await open(file))).map(drawnThings));
}

describe("the structure tree", () => {
  it("holds headings, paragraphs with their links, sections, tables, lists and figures in reading order", async () => {
    const [first = []] = await pageOutlines(bytes);
    expect(first.map((line) => line.trim())).toEqual([
      ...["Document", "H1", '"Sample"', "P", '"A paragraph with"'],
      ...["Link", '"a link that is long enough to break over two lines"', "(object)", "(object)"],
      ...['"and"', "Link", '"S1"', "(object)", '", then words."'],
      ...["Sect", "H2", '"Parts"', "Table"],
      ...["TR", "TH", '"Domain"', "TH", '"Score"'],
      ...["TR", "TH", "P", '"Security"', "TD", "P", '"41"', "P", '"of 100"'],
      ...["L", "LI", "Lbl", '"1."', "LBody", "P", '"First step"', "P", '"Owner of the first"'],
      ...["LI", "Lbl", '"2."', "LBody", "P", '"Second step"', "P", '"Owner of the second"'],
      ...["Figure", '"4 of 5"'],
    ]);
  });

  it("puts a bare list item into a list and a block link into a paragraph", async () => {
    const last = (await pageOutlines(bytes)).at(-1) ?? [];
    expect(last.slice(-14).map((line) => line.trim())).toEqual([
      ...["L", "LI", "LBody", '"Bare item"'],
      ...["P", "Link", '"Back to the top"', "(object)"],
      ...["P", "Link", '"The end"', "Span", '"4"', "(object)"],
    ]);
  });

  it("keeps the words of two texts in one link apart", () => {
    const [span] = [...objectsOf(bytes).values()].filter((object) => /\/S \/Span\n/.test(object));
    expect(span).toContain("/ActualText ( 4)");
  });

  it("keeps one element for a text that runs over pages", async () => {
    const elements = [...objectsOf(bytes).values()].filter((object) => /\/S \/P\n/.test(object));
    const split = elements.filter((object) => (object.match(/\/MCID /g)?.length ?? 0) >= 2);
    expect(split).toHaveLength(1);
    const pages = await pagesOf(await open(bytes));
    const texts = await Promise.all(
      pages.map(async (page) => [...(await markedText(page)).values()].join(" ")),
    );
    const letters = (text: string) => text.replaceAll(/[\s-]/g, "");
    expect(letters(texts.join(" "))).toContain(letters(longText));
  });

  it("gives a figure its alternative text and its place on the page", async () => {
    const [page] = await pagesOf(await open(bytes));
    const figures = page ? walk(await structureOf(page)).filter((node) => node.role === "Figure") : [];
    expect(figures.map(({ alt }) => alt)).toEqual([chartAlt]);
    const object = [...objectsOf(bytes).values()].find((candidate) => /\/S \/Figure\n/.test(candidate)) ?? "";
    const [left, bottom, right, top] = /\/BBox \[([^\]]+)\]/.exec(object)?.[1]?.split(" ").map(Number) ?? [];
    expect([left, right]).toEqual([30, 370]);
    expect((top ?? 0) - (bottom ?? 0)).toBeGreaterThan(60);
  });

  it("leaves out what pages repeat, marked as header or pagination", async () => {
    const pages = await pagesOf(await open(bytes));
    const tagged = await Promise.all(
      pages.map(async (page) => [...(await markedText(page)).values()].join(" ")),
    );
    expect(tagged.join(" ")).not.toMatch(/Running header|Page \d/);
    const operators = drawnOperators(bytes);
    expect(operators.match(/\/Subtype \/Header>> BDC/g)).toHaveLength(pages.length);
    expect(operators).toContain("/Artifact <</Type /Pagination>> BDC");
  });
});

describe("what react-pdf writes itself", () => {
  it("keeps title, language, outline, page mode and destinations", async () => {
    const pdf = await open(bytes);
    const { info, metadata } = (await pdf.getMetadata()) as unknown as {
      info: { Title: string; Language: string };
      metadata: { get(name: string): unknown };
    };
    expect([info.Title, info.Language]).toEqual(["Sample <& more>", "en-US"]);
    expect(metadata.get("dc:title")).toBe("Sample <& more>");
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(["Sample"]);
    expect(await pdf.getPageMode()).toBe("UseOutlines");
    expect(Object.keys(await pdf.getDestinations()).toSorted()).toEqual(["Zeta", "end", "top"]);
  });

  it("sorts destinations by character code, as readers search them", () => {
    const names = [...objectsOf(bytes).values()].find((object) => object.includes("/Dests")) ?? "";
    expect([...names.matchAll(/\((\w+)\) \[/g)].map(([, name]) => name)).toEqual(["Zeta", "end", "top"]);
  });

  it("keeps links and describes each", async () => {
    const pages = await pagesOf(await open(bytes));
    const links: { url?: string; dest?: string; contentsObj: { str: string } }[] = (
      await Promise.all(pages.map((page) => page.getAnnotations()))
    ).flat();
    const long = "a link that is long enough to break over two lines";
    expect(links.map((link) => [link.url ?? link.dest, link.contentsObj.str])).toEqual([
      ["https://example.org/a", long],
      ["https://example.org/a", long],
      ["end", "Go to the end"],
      ["top", "Back to the top"],
      ["end", "The end 4"],
    ]);
  });

  it("looks the same: each text, line and shape in its place", async () => {
    const plain = await looksOf(new Uint8Array(await renderToBuffer(<SampleDocument />)));
    expect(await looksOf(bytes)).toEqual(plain);
    expect(plain.flat().length).toBeGreaterThan(60);
  });
});

describe("rendering", () => {
  it("gives the same bytes for the same document", async () => {
    expect(Buffer.compare((await renderTagged(<SampleDocument />, options)).bytes, bytes)).toBe(0);
  });

  it("refuses a document without title, language or date", async () => {
    await expect(renderTagged(<Document title="T" language="en" />)).rejects.toThrow("needs a title");
  });

  it("refuses an annotation that the structure tree cannot hold", async () => {
    const document = (
      <Document title="T" language="en" creationDate={new Date(0)}>
        <Page>
          <Text {...role("H1")}>Heading</Text>
          <Note>Remark</Note>
        </Page>
      </Document>
    );
    await expect(renderTagged(document)).rejects.toThrow("Text annotation has no place");
  });
});
