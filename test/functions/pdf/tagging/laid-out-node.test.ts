import { describe, expect, it } from "vitest";
import { isDecorated, numberNodes, type PdfNode, wordsOf } from "#functions/pdf/tagging/laid-out-node.ts";
import { role } from "#functions/pdf/tagging/tag.ts";

const view = (id: string, children: PdfNode[] = [], props: PdfNode["props"] = {}): PdfNode => ({
  type: "VIEW",
  props: { id, ...props },
  children,
});

function idsInOrder(root: PdfNode): unknown[] {
  const all = (node: PdfNode): PdfNode[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(root)
    .toSorted((one, other) => (one.props?.sourceOrder ?? 0) - (other.props?.sourceOrder ?? 0))
    .map((node) => node.props?.id);
}

describe("numbering nodes", () => {
  it("follows the source", () => {
    const root = view("root", [view("a", [view("a1")]), view("b")]);
    numberNodes(root);
    expect(idsInOrder(root)).toEqual(["root", "a", "a1", "b"]);
  });

  it("puts what is to be read last after its siblings", () => {
    const root = view("root", [
      view("score", [view("bar")], role("Div", { readLast: true })),
      view("heading"),
    ]);
    numberNodes(root);
    expect(idsInOrder(root)).toEqual(["root", "heading", "score", "bar"]);
  });
});

describe("reading nodes", () => {
  it("sets words of separate texts apart, and not those of one", () => {
    const text = (...values: string[]): PdfNode => ({
      type: "TEXT",
      children: values.map((value) => ({ type: "TEXT_INSTANCE", value })),
    });
    expect(wordsOf(view("row", [text("On", "e"), text("Two")]))).toBe("One Two");
  });

  it("counts backgrounds and borders as decoration", () => {
    const box = { left: 0, top: 0, width: 1, height: 1 };
    expect(isDecorated({ type: "VIEW", box })).toBe(false);
    expect(isDecorated({ type: "VIEW", box: { ...box, borderTopWidth: 0.5 } })).toBe(true);
    expect(isDecorated({ type: "VIEW", style: { backgroundColor: "#FFF" } })).toBe(true);
  });
});
