import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { renderReport } from "#functions/pdf/render-report.tsx";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { type Sample, sampleReport } from "#shared/report/sample-report.ts";
import { root } from "./folders.ts";

const answersFolder = path.join(root, "site/src/content/samples");

/** Where the site serves them from. */
export const samplesFolder = path.join(root, "site/public/samples");

/** Returns the ids of the samples. */
export function sampleIds(): string[] {
  return readdirSync(answersFolder)
    .map((file) => path.basename(file, ".json"))
    .sort();
}

/** Returns the PDF of a sample. */
export async function samplePdf(id: string, config: FunnelConfig): Promise<Uint8Array> {
  const text = readFileSync(path.join(answersFolder, `${id}.json`), "utf8");
  const { name, ...sample } = JSON.parse(text) as Sample & { name: string };
  return (await renderReport(sampleReport(currentEdition, sample, config), config)).bytes;
}
