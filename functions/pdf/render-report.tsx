import { renderToBuffer } from "@react-pdf/renderer";
import { documentPages, type LaidOutNode, samePages } from "#functions/pdf/document-pages.ts";
import { loadFonts } from "#functions/pdf/fonts.ts";
import type { DocumentPages, ReportSetting } from "#functions/pdf/report-context.ts";
import { ReportDocument, sectionsOf } from "#functions/pdf/report-document.tsx";
import { sheetFor } from "#functions/pdf/theme.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { PageNumbers, Report } from "#shared/report/report.ts";

export interface RenderedReport {
  bytes: Uint8Array;
  pages: PageNumbers;
}

/** Each pass can only move text by a digit, so the second is nearly always the last. */
const mostPasses = 4;

/** Where sections usually stand. */
function firstGuess(sectionIds: readonly string[]): DocumentPages {
  const sections = Object.fromEntries(sectionIds.map((id, index) => [id, index + 2]));
  return { decisionPage: 2, planPage: 4, offerPage: 10, sections };
}

/**
 * Returns the report as a PDF, and the pages that its sentences point to, read from the laid-out document.
 * The same report and configuration give the same bytes.
 * @throws Error when font files are missing beside the code, or the page numbers do not settle
 */
export async function renderReport(report: Report, config: FunnelConfig): Promise<RenderedReport> {
  const coverage = await loadFonts();
  const sectionIds = sectionsOf(report).map((section) => section.id);
  let pages = firstGuess(sectionIds);
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let found = pages;
    const setting: ReportSetting = {
      colors: config.brand.colors.light,
      coverage,
      sheet: sheetFor(report.region),
      pages,
      listedSources: new Set(report.method.sources.map((source) => source.id)),
    };
    const onLaidOut = (document: LaidOutNode) => {
      found = documentPages(document, sectionIds);
    };
    const buffer = await renderToBuffer(
      <ReportDocument report={report} config={config} setting={setting} onLaidOut={onLaidOut} />,
    );
    const { decisionPage, planPage, offerPage } = found;
    if (samePages(pages, found))
      return { bytes: new Uint8Array(buffer), pages: { decisionPage, planPage, offerPage } };
    pages = found;
  }
  throw new Error("the page numbers of the report do not settle");
}
