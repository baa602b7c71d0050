import { renderToBuffer } from "@react-pdf/renderer";
import { documentPages, type LaidOutNode, pageFills, samePages } from "#functions/pdf/document-pages.ts";
import { type FontCoverage, loadFonts } from "#functions/pdf/fonts.ts";
import { spelledOut } from "#functions/pdf/printable.ts";
import type { DocumentPages, ReportSetting } from "#functions/pdf/report-context.ts";
import { ReportDocument, sectionsOf } from "#functions/pdf/report-document.tsx";
import { sheetFor } from "#functions/pdf/theme.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { PageNumbers, Report } from "#shared/report/report.ts";

export interface RenderedReport {
  bytes: Uint8Array;
  pages: PageNumbers;
}

interface Rendering {
  bytes: Uint8Array;
  pages: DocumentPages;
  /** The emptiest page after the cover, as the share of it that is filled. */
  leastFilled: number;
}

interface Job {
  report: Report;
  config: FunnelConfig;
  coverage: FontCoverage;
  sectionIds: readonly string[];
}

/** Each pass can only move text by a digit, so the second is nearly always the last. */
const mostPasses = 4;

/** Type a little smaller or larger, tried in turn when a page stays emptier than this. */
const halfEmpty = 0.45;
const typeScales = [1, 1.03, 0.94] as const;

/** Where sections usually stand. */
function firstGuess(sectionIds: readonly string[]): DocumentPages {
  const sections = Object.fromEntries(sectionIds.map((id, index) => [id, index + 2]));
  return { decisionPage: 2, planPage: 4, offerPage: 10, sections };
}

async function renderOnce(job: Job, typeScale: number, pages: DocumentPages): Promise<Rendering> {
  const { report, config, coverage, sectionIds } = job;
  const setting: ReportSetting = {
    colors: config.brand.colors.light,
    coverage,
    sheet: sheetFor(report.region),
    typeScale,
    pages,
    listedSources: new Set(report.method.sources.map((source) => source.id)),
  };
  let laidOut: LaidOutNode = {};
  const onLaidOut = (document: LaidOutNode) => {
    laidOut = document;
  };
  const buffer = await renderToBuffer(
    <ReportDocument report={report} config={config} setting={setting} onLaidOut={onLaidOut} />,
  );
  const [, ...fills] = pageFills(laidOut, setting.sheet);
  return {
    bytes: new Uint8Array(buffer),
    pages: documentPages(laidOut, sectionIds),
    leastFilled: Math.min(...fills),
  };
}

/** Renders until the page numbers printed are the page numbers found. */
async function renderSettled(job: Job, typeScale: number, guess: DocumentPages): Promise<Rendering> {
  let pages = guess;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const rendering = await renderOnce(job, typeScale, pages);
    if (samePages(pages, rendering.pages)) return rendering;
    pages = rendering.pages;
  }
  throw new Error("the page numbers of the report do not settle");
}

/**
 * Returns the report as a PDF, and the pages that its sentences point to, read from the laid-out document.
 * The same report and configuration give the same bytes.
 * @throws Error when font files are missing beside the code, or the page numbers do not settle
 */
export async function renderReport(report: Report, config: FunnelConfig): Promise<RenderedReport> {
  const coverage = await loadFonts(spelledOut(JSON.stringify(report)));
  const sectionIds = sectionsOf(report).map((section) => section.id);
  const job: Job = { report, config, coverage, sectionIds };
  let best: Rendering | null = null;
  for (const typeScale of typeScales) {
    const rendering = await renderSettled(job, typeScale, best?.pages ?? firstGuess(sectionIds));
    if (best === null || rendering.leastFilled > best.leastFilled) best = rendering;
    if (best.leastFilled >= halfEmpty) break;
  }
  if (best === null) throw new Error("no rendering was made");
  const { decisionPage, planPage, offerPage } = best.pages;
  return { bytes: best.bytes, pages: { decisionPage, planPage, offerPage } };
}
