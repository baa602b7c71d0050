import { Document, Page, Path, renderToBuffer, Svg, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { renderTagged } from "#functions/pdf/tagging/render-tagged.ts";
import { figure, type Role, role } from "#functions/pdf/tagging/tag.ts";
import { headingFindings, matterhornFindings } from "./matterhorn.ts";
import { SampleDocument, sampleFont } from "./sample-document.tsx";

async function findingsIn(content: ReactNode, fontFamily = sampleFont): Promise<string[]> {
  const { bytes } = await renderTagged(
    <Document title="Title" language="en" creationDate={new Date(0)}>
      <Page style={{ fontFamily }}>{content}</Page>
    </Document>,
  );
  return matterhornFindings(bytes);
}

describe("machine checks of the Matterhorn Protocol", () => {
  it("find nothing in the sample", async () => {
    const { bytes } = await renderTagged(<SampleDocument />);
    expect(await matterhornFindings(bytes)).toEqual([]);
  });

  it("find what react-pdf alone leaves out", async () => {
    const findings = await matterhornFindings(new Uint8Array(await renderToBuffer(<SampleDocument />)));
    const checkpoints = new Set(findings.map((finding) => finding.slice(0, 6)));
    for (const checkpoint of ["01-005", "06-001", "06-003", "28-005", "28-008", "28-011"])
      expect(checkpoints).toContain(checkpoint);
  });

  it("find a skipped heading level", () => {
    expect(headingFindings([1, 2, 3, 2, 3])).toEqual([]);
    expect(headingFindings([2, 3])).toEqual(["14-002 the first heading is not H1"]);
    expect(headingFindings([1, 3])).toEqual(["14-003 H1 is followed by H3"]);
  });

  it("find a font that the file does not carry", async () => {
    const findings = await findingsIn(<Text>Words</Text>, "Helvetica");
    expect(findings.some((finding) => finding.startsWith("31-009"))).toBe(true);
  });

  it("find no fault with a line break, though fonts have no glyph for it", async () => {
    expect(await findingsIn(<Text>{"First line\nSecond line"}</Text>)).toEqual([]);
  });

  it.each([
    ["TH", "15-003 a TH has no scope"],
    ["TD", "09-004 TD outside of TR on page 1"],
  ] as const)("find a misplaced or incomplete %s", async (name: Role & ("TH" | "TD"), finding) => {
    expect(await findingsIn(<Text {...role(name)}>Words</Text>)).toContain(finding);
  });

  it("find rows with unequal cells", async () => {
    const rows = (
      <View>
        <View {...role("TR")}>
          <Text {...role("TH", { scope: "Row", colSpan: 2 })}>One</Text>
          <Text {...role("TD")}>Two</Text>
        </View>
        <View {...role("TR")}>
          <Text {...role("TH", { scope: "Row" })}>One</Text>
          <Text {...role("TD")}>Two</Text>
        </View>
      </View>
    );
    expect(await findingsIn(rows)).toEqual(["15-004 rows of a table have 3 and 2 cells"]);
  });

  it("find words in a row outside of any cell", async () => {
    const row = (
      <View {...role("TR")}>
        <Text>Words</Text>
      </View>
    );
    expect(await findingsIn(row)).toEqual(["09-004 P directly in TR on page 1"]);
  });
});

describe("a drawing", () => {
  const drawing = <Path d="M0 0 L10 10" stroke="#000" />;

  it("without a tag is decoration", async () => {
    expect(await findingsIn(<Svg viewBox="0 0 10 10">{drawing}</Svg>)).toEqual([]);
  });

  it("cannot be a figure without an alternative text", () => {
    expect(() => figure(" ")).toThrow("alternative text");
  });
});
