import { getCollection, getEntry } from "astro:content";
import { currentEdition } from "#shared/questions/index.ts";
import type { Report } from "#shared/report/report.ts";
import { sampleReport } from "#shared/report/sample-report.ts";
import { trialData } from "#shared/views/result/trial-data.ts";
import type { WhatIfData } from "#shared/views/result/what-if-part.tsx";
import { config } from "../brand/brand-config.ts";

export interface LoadedSample {
  report: Report;
  /** What the whole report on screen needs to try steps and capacity. */
  trials: WhatIfData;
}

/**
 * Returns a sample with the report that its answers give.
 * @throws Error naming the sample when no file of that name stands in content/samples
 */
export async function loadSample(id: string): Promise<LoadedSample> {
  const entry = await getEntry("samples", id);
  if (!entry) throw new Error(`There is no sample "${id}" in src/content/samples`);
  const { name, ...sample } = entry.data;
  const report = sampleReport(currentEdition, sample, config);
  return { report, trials: trialData(currentEdition, sample.answers, sample, report) };
}

/** Returns the samples but one, with the words that name them. */
export async function otherSamples(shown: string): Promise<{ id: string; name: string }[]> {
  const entries = await getCollection("samples");
  return entries.filter(({ id }) => id !== shown).map(({ id, data }) => ({ id, name: data.name }));
}
