import { describe, expect, it } from "vitest";
import {
  element,
  isElement,
  type Kid,
  type StructureElement,
  sectioned,
  tidied,
} from "#functions/pdf/tagging/structure.ts";

type Sketch = [string, ...(Sketch | "content")[]];

function drawn([role, ...kids]: Sketch, order = 0): StructureElement {
  const made = element(role, order);
  made.kids = kids.map((kid, index): Kid => (kid === "content" ? { drawn: null } : drawn(kid, index)));
  return made;
}

function sketch(of: StructureElement): Sketch {
  return [of.role, ...of.kids.map((kid) => (isElement(kid) ? sketch(kid) : ("content" as const)))];
}

describe("tidying a structure", () => {
  it("reads in source order, whatever was drawn first", () => {
    const root = element("Document", 0);
    root.kids = [element("P", 3), element("H1", 1), element("Figure", 2)];
    expect(sketch(tidied(root))).toEqual(["Document", ["H1"], ["Figure"], ["P"]]);
  });

  it("keeps words and links of a paragraph in the order drawn", () => {
    const paragraph = element("P", 0);
    paragraph.kids = [{ drawn: null }, element("Link", 5), { drawn: null }, element("Link", 4)];
    expect(sketch(tidied(paragraph))).toEqual(["P", "content", ["Link"], "content", ["Link"]]);
  });

  it("puts neighboring rows and items into one table or list each", () => {
    const root = drawn(["Document", ["TR"], ["TR"], ["P"], ["TR"], ["LI", ["P"]], ["LI", ["P"]]]);
    expect(sketch(tidied(root))).toEqual([
      "Document",
      ["Table", ["TR"], ["TR"]],
      ["P"],
      ["Table", ["TR"]],
      ["L", ["LI", ["LBody", ["P"]]], ["LI", ["LBody", ["P"]]]],
    ]);
  });

  it("leaves rows of a table and items of a list where they are", () => {
    const table: Sketch = ["Table", ["TR", ["TH", "content"], ["TD", "content"]]];
    const list: Sketch = ["L", ["LI", ["Lbl", "content"], ["LBody", ["P", "content"]]]];
    expect(sketch(tidied(drawn(["Document", table, list])))).toEqual(["Document", table, list]);
  });

  it("gathers what follows a label, and bare words of an item, in its body", () => {
    const list = drawn(["L", ["LI", ["Lbl", "content"], ["P"], ["Figure"]], ["LI", "content"]]);
    expect(sketch(tidied(list))).toEqual([
      "L",
      ["LI", ["Lbl", "content"], ["LBody", ["P"], ["Figure"]]],
      ["LI", ["LBody", "content"]],
    ]);
  });

  it("counts a list as its items say", () => {
    const root = element("Document", 0);
    root.kids = [element("LI", 1, { numbering: "Decimal" })];
    expect(tidied(root).kids[0]).toMatchObject({ role: "L", numbering: "Decimal" });
  });
});

describe("sections", () => {
  it("run from each heading, or the block that holds it, to the next", () => {
    const root = drawn(["Document", ["H1"], ["P"], ["Div", ["P"], ["H2"]], ["H3"], ["P"], ["H2"], ["P"]]);
    expect(sketch(sectioned(root, "H2"))).toEqual([
      "Document",
      ["H1"],
      ["P"],
      ["Sect", ["Div", ["P"], ["H2"]], ["H3"], ["P"]],
      ["Sect", ["H2"], ["P"]],
    ]);
  });
});
