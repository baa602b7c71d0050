import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { renderReport } from "#functions/pdf/render-report.tsx";
import type { Answers, Headcount, Industry, Region } from "#shared/edition.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { buildReport } from "#shared/report/build-report.ts";
import { score } from "#shared/scoring/score.ts";
import { root } from "./folders.ts";

const answersFolder = path.join(root, "site/src/content/samples");

/** Where the site serves them from. */
export const samplesFolder = path.join(root, "site/public/samples");

interface Sample {
  name: string;
  industry: Industry;
  infrastructurePeople: number;
  headcount: Headcount;
  region: Region;
  date: string;
  answers: Answers;
}

/** Returns the ids of the samples. */
export function sampleIds(): string[] {
  return readdirSync(answersFolder)
    .map((file) => path.basename(file, ".json"))
    .sort();
}

/** Returns the PDF of a sample: invented answers, and labeled so on its cover. */
export async function samplePdf(id: string, config: FunnelConfig): Promise<Uint8Array> {
  const sample = JSON.parse(readFileSync(path.join(answersFolder, `${id}.json`), "utf8")) as Sample;
  const { answers, industry, infrastructurePeople, headcount, region, date } = sample;
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
  return (await renderReport(report, config)).bytes;
}
