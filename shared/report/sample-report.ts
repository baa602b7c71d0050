import type { Answers, Edition, Headcount, Industry, Region } from "#shared/edition.ts";
import { buildReport } from "#shared/report/build-report.ts";
import type { Report } from "#shared/report/report.ts";
import type { ReportConfig } from "#shared/report/report-input.ts";
import { score } from "#shared/scoring/score.ts";

/** Invented answers, nobody's. */
export interface Sample {
  industry: Industry;
  infrastructurePeople: number;
  headcount: Headcount;
  region: Region;
  /** YYYY-MM-DD, printed on the report. */
  date: string;
  answers: Answers;
}

/** Returns the report of a sample, made exactly as a visitor's is, and labeled where the organization stands. */
export function sampleReport(edition: Edition, sample: Sample, config: ReportConfig): Report {
  const { answers, date, ...respondent } = sample;
  const profile = { ...respondent, role: "it-lead" };
  return buildReport({
    edition,
    answers,
    profile,
    scorecard: score(edition, answers, profile),
    organisation: "Sample, not a customer",
    date,
    config,
    variant: "full",
  });
}
