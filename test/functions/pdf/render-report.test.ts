import { beforeAll, describe, expect, it } from "vitest";
import { type RenderedReport, renderReport } from "#functions/pdf/render-report.tsx";
import { withPages } from "#shared/report/report.ts";
import { funnelConfig, goldenReport } from "../../shared/report/golden-report.ts";
import { type ReadReport, readReport, solid } from "./read-report.ts";

const report = goldenReport("MRO, everything answered", {
  organisation: "Łódź Aero & Söhne",
  salary: 95_000,
});
const organisation = report.cover.organisation;

describe("the report as PDF", () => {
  let rendered: RenderedReport;
  let read: ReadReport;
  let all: string;
  beforeAll(async () => {
    rendered = await renderReport(report, funnelConfig);
    read = await readReport(rendered.bytes);
    all = solid(read.pages.join(" "));
  });
  const page = (number: number) => solid(read.pages[number - 1] ?? "");

  it("names the organization, the date and what it rests on on the cover", () => {
    expect(page(1)).toContain(solid(organisation));
    expect(page(1)).toContain(solid(report.cover.date));
    expect(page(1)).toContain(solid(report.cover.statement));
  });

  it("prints both scores with their words and the decision on the page of the situation", () => {
    const { readiness, load, situation } = report;
    const text = page(rendered.pages.decisionPage);
    for (const part of [readiness.score, readiness.level, load?.tsr, load?.band, situation.decision])
      expect(text).toContain(solid(String(part)));
  });

  it("prints every domain score with its range", () => {
    for (const domain of report.domains)
      expect(all).toContain(`${domain.score}(${domain.low}–${domain.high})`);
  });

  it("lists the plan's titles in order on the page that the slots name", () => {
    const text = page(rendered.pages.planPage);
    const places = report.plan.lists
      .flatMap((list) => list.items)
      .map((item) => text.indexOf(solid(item.title)));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it("fills the page slots with the pages that a reader finds", () => {
    const withSlot = report.situation.sentences.filter((sentence) => sentence.includes("{planPage}"));
    expect(withSlot.length).toBeGreaterThan(0);
    for (const sentence of withSlot) expect(all).toContain(solid(withPages(sentence, rendered.pages)));
    expect(page(rendered.pages.planPage)).toContain(solid(report.plan.heading));
    expect(page(rendered.pages.offerPage)).toContain(solid(report.roadmap.offer));
  });

  it("leaves no slot open", () => {
    expect(all).not.toContain("{");
  });

  it("prints the ethics, the method and how to challenge it", () => {
    for (const statement of report.people?.ethics ?? []) expect(all).toContain(solid(statement.text));
    for (const statement of report.method.paragraphs) expect(all).toContain(solid(statement.text));
    expect(all).toContain(solid(report.method.challenge));
  });

  it("numbers every page after the cover and names the organization on it", () => {
    for (const [index, text] of read.pages.entries()) {
      if (index === 0) continue;
      expect(solid(text)).toContain(`Page${index + 1}of${read.pages.length}`);
      expect(solid(text)).toContain(solid(organisation));
    }
  });

  it("carries title, author, language and an outline of its sections", () => {
    expect(read.info.Title).toBe(`Digital Readiness Report: ${organisation}`);
    expect(read.info.Author).toBe(funnelConfig.brand.name);
    expect(read.info.Language).toBe("en-US");
    expect(read.outline).toEqual(expect.arrayContaining([report.plan.heading, report.method.headline]));
  });

  it("links each cited source to its entry and the entry to its address", () => {
    for (const source of report.method.sources) {
      expect(read.destinations).toContain(`source-${source.id}`);
      if (source.url !== null)
        expect(read.links.map((link) => link.replace(/\/$/, ""))).toContain(
          new URL(source.url).href.replace(/\/$/, ""),
        );
    }
  });

  it("stays under 300 KB", () => {
    expect(rendered.bytes.length).toBeLessThan(300_000);
  });

  it("is the same to the byte when rendered again", async () => {
    const again = await renderReport(report, funnelConfig);
    expect(Buffer.compare(again.bytes, rendered.bytes)).toBe(0);
  });
});

describe("the version to share", () => {
  it("says nothing on how the work is carried", async () => {
    const shared = goldenReport("MRO, everything answered", { variant: "without-people" });
    const { bytes } = await renderReport(shared, funnelConfig);
    const { pages } = await readReport(bytes);
    const text = pages.join(" ");
    const carried = report.people?.causes.map((cause) => cause.name) ?? [];
    for (const word of ["Team Sustainability Risk", "Strained", "How the work is carried", ...carried])
      expect(text).not.toContain(word);
    expect(solid(text)).toContain(solid(shared.footer));
  });
});

describe("any content", () => {
  it.each([
    "everything at the top",
    "everything at the bottom",
    "nobody in-house, nobody knows: no number, sustainability not applicable",
  ])("fits its pages: %s", async (name) => {
    const { bytes } = await renderReport(
      goldenReport(name, { organisation: "Ünbrëchbar".repeat(8) }),
      funnelConfig,
    );
    const { pages } = await readReport(bytes);
    expect(bytes.length).toBeLessThan(300_000);
    expect(pages.join("")).not.toContain("{");
    for (const text of pages) expect(text.length).toBeGreaterThan(400);
  });
});
