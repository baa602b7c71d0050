/**
 * The report as PDF: ours against plain pdfkit with the same texts and shapes and against a warm Chromium that prints
 * the HTML report; the cold start of the bundle; memory over many reports.
 */
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildReport } from "#shared/report/build-report.ts";
import { bundleReport } from "../../functions/pdf/report-bundle.ts";
import { funnelConfig, goldenInput } from "../../shared/report/golden-report.ts";
import type { BenchTable } from "../table.ts";
import { coldStart } from "./cold-start.ts";
import { memoryOver } from "./memory.ts";
import { againstPeers, type Render } from "./peers.ts";
import { full, quick } from "./sizes.ts";

/** Reports of ten pages each, from answers that have little in common. */
const names = [
  "MRO, everything answered",
  "laboratory with unknowns and nobody contacted outside working hours",
  "export firm, two overall caps",
  "everything at the bottom",
  "drawn at random 2",
] as const;

/** @param options quick: fewer rounds, and 100 reports instead of 1,000 for the memory */
export async function bench(options: { quick: boolean }): Promise<readonly BenchTable[]> {
  const sizes = options.quick ? quick : full;
  const inputs = names.map((name) => goldenInput(name, { salary: 95_000 }));
  const reports = inputs.map(buildReport);
  const folder = await bundleReport();
  writeFileSync(path.join(folder, "input.json"), JSON.stringify({ reports, config: funnelConfig }));
  const bundle: typeof import("#functions/pdf/render-report.tsx") = await import(
    pathToFileURL(path.join(folder, "index.mjs")).href
  );
  const ours: Render = async (index) => {
    const report = reports[index];
    if (!report) throw new RangeError(`there is no report ${index}`);
    return (await bundle.renderReport(report, funnelConfig)).bytes;
  };
  const tables = [
    await againstPeers(ours, inputs, sizes),
    coldStart(folder, sizes),
    memoryOver(folder, sizes),
  ];
  rmSync(folder, { recursive: true });
  return tables;
}
