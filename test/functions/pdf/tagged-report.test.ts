import { describe, expect, it } from "vitest";
import { renderReport } from "#functions/pdf/render-report.tsx";
import { funnelConfig, goldenReport, type Overrides } from "../../shared/report/golden-report.ts";
import { matterhornFindings } from "./tagging/matterhorn.ts";
import { open, pagesOf, structureOf, walk } from "./tagging/read-pdf.ts";

const everything = "MRO, everything answered";
const nothingKnown = "nobody in-house, nobody knows: no number, sustainability not applicable";

const readings: readonly [string, Overrides][] = [
  [everything, { salary: 95_000 }],
  [everything, { variant: "without-people", region: "eu" }],
  [everything, { organisation: "Überprüfungs- & Wartungsgesellschaft <Łódź> Αθήνα", region: "eu" }],
  ["laboratory with unknowns and nobody contacted outside working hours", { salary: 95_000 }],
  ["export firm, two overall caps", {}],
  ["everything at the top", {}],
  ["everything at the bottom", { salary: 95_000 }],
  ["core path only, everything at level 2: next steps fill the list", {}],
  [nothingKnown, {}],
  ["drawn at random 2", {}],
];

const report = async (name: string, overrides: Overrides) =>
  (await renderReport(goldenReport(name, overrides), funnelConfig)).bytes;

describe("the tagged report", () => {
  it.each(readings)("passes every machine check of PDF/UA: “%s” %o", async (name, overrides) => {
    expect(await matterhornFindings(await report(name, overrides))).toEqual([]);
  });

  it("tells gauge, bars and 2×2 in words", async () => {
    const pages = await pagesOf(await open(await report(everything, { salary: 95_000 })));
    const nodes = (await Promise.all(pages.map(structureOf))).flatMap(walk);
    const alts = nodes.filter((node) => node.role === "Figure").map(({ alt }) => alt ?? "");
    const { readiness, load, domains, quadrant } = goldenReport(everything, { salary: 95_000 });
    expect(
      alts.some((alt) => alt.includes(`pointer stands at ${readiness.score}, “${readiness.level}”`)),
    ).toBe(true);
    expect(alts.some((alt) => alt.includes(`pointer stands at ${load?.tsr}, “${load?.band}”`))).toBe(true);
    expect(alts.some((alt) => alt.includes(`readiness ${quadrant?.readiness}, `))).toBe(true);
    for (const { score } of domains)
      expect(alts.some((alt) => alt.startsWith(`Bar at ${score} of 100`))).toBe(true);
  });
});
