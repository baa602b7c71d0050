import { setImmediate } from "node:timers/promises";
import { sourceAnchor } from "#functions/pdf/citation.tsx";
import { documentPages, printsPages, samePages } from "#functions/pdf/document-pages.ts";
import { fitSections } from "#functions/pdf/fit-sections.ts";
import { loadFonts } from "#functions/pdf/fonts.ts";
import { type LaidOutGroup, layOutGroup } from "#functions/pdf/lay-out-group.tsx";
import { PageFrame, type Running } from "#functions/pdf/page-frame.tsx";
import { printableName, spelledOut } from "#functions/pdf/printable.ts";
import type { DocumentPages, ReportSetting } from "#functions/pdf/report-context.ts";
import { documentOf, documentProps } from "#functions/pdf/report-document.tsx";
import { type ReportSection, sectionsOf } from "#functions/pdf/report-sections.tsx";
import { Cover } from "#functions/pdf/sections/cover.tsx";
import type { PdfNode } from "#functions/pdf/tagging/laid-out-node.ts";
import { drawTagged, type LaidOutDocument, layOut } from "#functions/pdf/tagging/render-tagged.ts";
import { sheetFor } from "#functions/pdf/theme.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { PageNumbers, Report } from "#shared/report/report.ts";

export interface RenderedReport {
  bytes: Uint8Array;
  pages: PageNumbers;
}

/** Readings of the page numbers for one report; one is usual, two when a section takes a further page. */
const mostReadings = 4;

async function settingOf(report: Report, config: FunnelConfig): Promise<ReportSetting> {
  return {
    colors: config.brand.colors.light,
    coverage: await loadFonts(spelledOut(JSON.stringify(report))),
    sheet: sheetFor(report.region, false),
    typeScale: 1,
    pages: designedPages(sectionsOf(report)),
    listedSources: new Set(report.method.sources.map((source) => source.id)),
  };
}

/** Where sections stand when each takes the pages it is designed for. */
function designedPages(sections: readonly ReportSection[]): DocumentPages {
  const places: Record<string, number> = {};
  let next = 2;
  for (const section of sections) {
    places[section.id] = next;
    next += section.parts.length;
  }
  return {
    decisionPage: places.situation ?? 2,
    planPage: places.plan ?? 4,
    offerPage: places.roadmap ?? 9,
    sections: places,
  };
}

/** What links to sources say besides their short ids. */
function linkContents(report: Report): ReadonlyMap<string, string> {
  const { sources } = report.method;
  return new Map(sources.map(({ id, title }) => [`#${sourceAnchor(id)}`, `Source ${id}: ${title}`]));
}

/** Returns the pages after the cover with their running header and footer. */
async function framed(
  groups: readonly LaidOutGroup[],
  running: Running,
  setting: ReportSetting,
): Promise<PdfNode[]> {
  const flow = groups.flatMap(({ pages, sheet }) => pages.map((page) => ({ page, side: sheet.margin.side })));
  const frames = flow.map(({ side }, index) => {
    const page = `Page ${index + 2} of ${flow.length + 1}`;
    return <PageFrame key={page} running={running} side={side} page={page} />;
  });
  const { root } = await layOut(documentOf(frames, setting));
  return flow.map(({ page }, index) => ({
    ...page,
    children: [...(page.children ?? []), ...(root.children?.[index]?.children ?? [])],
  }));
}

async function joined(
  report: Report,
  config: FunnelConfig,
  groups: readonly LaidOutGroup[],
  setting: ReportSetting,
): Promise<LaidOutDocument> {
  const running: Running = {
    organisation: printableName(report.cover.organisation, setting.coverage),
    brandName: config.brand.shortName ?? config.brand.name,
    logoPath: config.brand.logoPath,
    footer: report.footer,
  };
  const { organisation } = running;
  const entries = sectionsOf(report);
  const cover = { report, organisation, running, entries };
  const { root } = await layOut(documentOf(<Cover {...cover} />, setting));
  const children = [...(root.children ?? []), ...(await framed(groups, running, setting))];
  return { props: documentProps(report, config, setting), root: { ...root, children } };
}

/** Returns the groups with those laid out anew in which a page number is printed. */
async function withPageNumbers(
  groups: readonly LaidOutGroup[],
  region: Report["region"],
  setting: ReportSetting,
): Promise<LaidOutGroup[]> {
  const renewed: LaidOutGroup[] = [];
  for (const laidOut of groups)
    renewed.push(
      laidOut.pages.some(printsPages) ? await layOutGroup(laidOut.group, region, setting, laidOut) : laidOut,
    );
  return renewed;
}

export interface LaidOutReport {
  document: LaidOutDocument;
  pages: PageNumbers;
}

/**
 * Returns the pages of the report, not yet drawn, and the page numbers that its sentences point to.
 * Every section is laid out by itself until it fits its pages, and once more only if it prints a page number that was
 * wrong.
 * @throws Error when font files are missing beside the code, or the page numbers do not settle
 */
export async function layOutReport(report: Report, config: FunnelConfig): Promise<LaidOutReport> {
  const sections = sectionsOf(report);
  const ids = sections.map((section) => section.id);
  let setting = await settingOf(report, config);
  let groups = await fitSections(sections, report.region, setting);
  for (let reading = 1; reading <= mostReadings; reading += 1) {
    const cover: PdfNode = { type: "PAGE" };
    const found = documentPages({ children: [cover, ...groups.flatMap(({ pages }) => pages)] }, ids);
    const { decisionPage, planPage, offerPage } = found;
    if (samePages(setting.pages, found)) {
      const document = await joined(report, config, groups, setting);
      return { document, pages: { decisionPage, planPage, offerPage } };
    }
    setting = { ...setting, pages: found };
    groups = await withPageNumbers(groups, report.region, setting);
  }
  throw new Error("the page numbers of the report do not settle");
}

/**
 * Returns the report as a tagged PDF, and the pages that its sentences point to. The same report and configuration
 * give the same bytes.
 * @throws Error as `layOutReport` does
 */
export async function renderReport(report: Report, config: FunnelConfig): Promise<RenderedReport> {
  // Nothing in here waits for the outside. Without a turn of the event loop between two reports, Node would keep
  // what weak references were followed to, and a process that renders report after report would run out of memory.
  await setImmediate();
  const { document, pages } = await layOutReport(report, config);
  const options = { linkContents: linkContents(report), sectionHeading: "H2" } as const;
  return { bytes: await drawTagged(document, options), pages };
}
