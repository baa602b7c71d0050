import { sourceAnchor } from "#functions/pdf/citation.tsx";
import { documentPages, pageFills, samePages } from "#functions/pdf/document-pages.ts";
import { nextScale, sectionFits } from "#functions/pdf/fit-sections.ts";
import { type FontCoverage, loadFonts } from "#functions/pdf/fonts.ts";
import { spelledOut } from "#functions/pdf/printable.ts";
import type { DocumentPages, ReportSetting } from "#functions/pdf/report-context.ts";
import { ReportDocument, sectionsOf } from "#functions/pdf/report-document.tsx";
import { drawTagged, type LaidOutDocument, layOut } from "#functions/pdf/tagging/render-tagged.ts";
import { sheetFor } from "#functions/pdf/theme.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { PageNumbers, Report } from "#shared/report/report.ts";

export interface RenderedReport {
  bytes: Uint8Array;
  pages: PageNumbers;
}

interface Rendering {
  document: LaidOutDocument;
  pages: DocumentPages;
  fills: number[];
}

interface Attempt {
  pages: DocumentPages;
  typeScales: Record<string, number>;
}

/** Most renderings for one report; two or three are usual, and the last one counts as it is. */
const mostPasses = 8;

async function renderOnce(
  report: Report,
  config: FunnelConfig,
  coverage: FontCoverage,
  attempt: Attempt,
): Promise<Rendering> {
  const setting: ReportSetting = {
    colors: config.brand.colors.light,
    coverage,
    sheet: sheetFor(report.region),
    typeScale: 1,
    pages: attempt.pages,
    listedSources: new Set(report.method.sources.map((source) => source.id)),
  };
  const { typeScales } = attempt;
  const parts = { report, config, setting, typeScales };
  const document = await layOut(<ReportDocument {...parts} />);
  const sectionIds = sectionsOf(report).map((section) => section.id);
  return {
    document,
    pages: documentPages(document.root, sectionIds),
    fills: pageFills(document.root, setting.sheet),
  };
}

/** Where sections stand when each takes the pages it is designed for. */
function designedPages(report: Report): DocumentPages {
  const sections: Record<string, number> = {};
  let next = 2;
  for (const section of sectionsOf(report)) {
    sections[section.id] = section.joins ? next - 1 : next;
    next += section.joins ? 0 : section.pages;
  }
  return {
    decisionPage: sections.situation ?? 2,
    planPage: sections.plan ?? 4,
    offerPage: sections.roadmap ?? 9,
    sections,
  };
}

/** Returns the scales to try next; the same object when every section fits as well as it can. */
function adjusted(report: Report, rendering: Rendering, attempt: Attempt, shrunk: Set<string>) {
  const scales = { ...attempt.typeScales };
  let changed = false;
  for (const fit of sectionFits(sectionsOf(report), rendering.pages, rendering.fills, attempt.typeScales)) {
    if (fit.taken > fit.wanted) shrunk.add(fit.id);
    const scale = nextScale(fit, shrunk.has(fit.id));
    if (scale === null) continue;
    scales[fit.id] = scale;
    changed = true;
  }
  return changed ? scales : attempt.typeScales;
}

/** What links to sources say besides their short ids. */
function linkContents(report: Report): ReadonlyMap<string, string> {
  const { sources } = report.method;
  return new Map(sources.map(({ id, title }) => [`#${sourceAnchor(id)}`, `Source ${id}: ${title}`]));
}

/**
 * Returns the report as a tagged PDF, and the pages that its sentences point to, read from the laid-out document.
 * Renders again while a section does not fit its pages or a printed page number is wrong.
 * The same report and configuration give the same bytes.
 * @throws Error when font files are missing beside the code, or the page numbers do not settle
 */
export async function renderReport(report: Report, config: FunnelConfig): Promise<RenderedReport> {
  const coverage = await loadFonts(spelledOut(JSON.stringify(report)));
  const shrunk = new Set<string>();
  let attempt: Attempt = { pages: designedPages(report), typeScales: {} };
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const rendering = await renderOnce(report, config, coverage, attempt);
    const { pages, document } = rendering;
    const typeScales =
      pass < mostPasses - 2 ? adjusted(report, rendering, attempt, shrunk) : attempt.typeScales;
    if (typeScales === attempt.typeScales && samePages(attempt.pages, pages)) {
      const { decisionPage, planPage, offerPage } = pages;
      const bytes = await drawTagged(document, { linkContents: linkContents(report), sectionHeading: "H2" });
      return { bytes, pages: { decisionPage, planPage, offerPage } };
    }
    attempt = { pages, typeScales };
  }
  throw new Error("the page numbers of the report do not settle");
}
