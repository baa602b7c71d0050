import type { RoadmapPage } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";

/** Returns the five years and the one quiet offer. */
export function roadmapPage({ edition, config }: ReportInput): RoadmapPage {
  return {
    headline: "Five years, including a test of leaving us",
    promise: edition.promise,
    years: edition.roadmap.map((year) => ({ ...year })),
    staysInHouse: edition.staysInHouse,
    offer: `If useful, we go through this plan in ${config.sales.meetingLength}. The report is yours either way.`,
    bookingUrl: config.sales.bookingUrl,
  };
}
