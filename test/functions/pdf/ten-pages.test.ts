import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { renderReport } from "#functions/pdf/render-report.tsx";
import { funnelConfig, goldenReport } from "../../shared/report/golden-report.ts";

/**
 * Evidence section 7 lays the report out on ten pages: cover, situation, domains, plan, two pages of domain detail,
 * how the work is carried, rules and cost, roadmap, method. A reader who is promised a ten-page report gets one:
 * the plan fits one page, the domain detail two, every other section one.
 */
async function pageCount(name: string): Promise<number> {
  const { bytes } = await renderReport(goldenReport(name, { salary: 95_000 }), funnelConfig);
  const document = await getDocument({ data: bytes }).promise;
  return document.numPages;
}

describe("the length of the report", () => {
  it.each([
    "MRO, everything answered",
    "laboratory with unknowns and nobody contacted outside working hours",
    "export firm, two overall caps",
    "everything at the bottom",
    "drawn at random 2",
  ])("is ten pages for “%s”", async (name) => {
    expect(await pageCount(name)).toBe(10);
  });
});
