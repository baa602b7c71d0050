import { getEntry } from "astro:content";
import { currentEdition } from "#shared/questions/index.ts";
import { buildReport } from "#shared/report/build-report.ts";
import type { Report } from "#shared/report/report.ts";
import { score } from "#shared/scoring/score.ts";
import { trialData } from "#shared/views/result/trial-data.ts";
import type { WhatIfData } from "#shared/views/result/what-if-part.tsx";
import { config } from "../brand/brand-config.ts";

export interface SampleReport {
  report: Report;
  /** What the whole report on screen needs to try steps and capacity. */
  trials: WhatIfData;
}

/**
 * Returns the report that a sample's answers give, made exactly as a visitor's is.
 * @throws Error naming the sample when no file of that name stands in content/samples
 */
export async function sampleReport(id: string): Promise<SampleReport> {
  const entry = await getEntry("samples", id);
  if (!entry) throw new Error(`There is no sample "${id}" in src/content/samples`);
  const { answers, industry, infrastructurePeople, headcount, region, date } = entry.data;
  const profile = { industry, infrastructurePeople, region, role: "it-lead", headcount };
  const report = buildReport({
    edition: currentEdition,
    answers,
    profile,
    scorecard: score(currentEdition, answers, profile),
    organisation: "Sample, not a customer",
    date,
    config,
    variant: "full",
  });
  return { report, trials: trialData(currentEdition, answers, profile, report) };
}
