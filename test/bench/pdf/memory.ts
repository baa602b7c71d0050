import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { BenchTable } from "../table.ts";
import { megabytes, met, times } from "./measures.ts";
import type { Sizes } from "./sizes.ts";

/** Renders one report after another, each for another organization, and tells the memory of the process on the way. */
const program = `
import { readFileSync } from "node:fs";
import { renderReport } from "./index.mjs";
const { reports, config } = JSON.parse(readFileSync(new URL("input.json", import.meta.url), "utf8"));
const counts = process.argv.slice(2).map(Number);
const last = counts.at(-1);
const readings = [];
for (let count = 1; count <= last; count += 1) {
  const report = structuredClone(reports[count % reports.length]);
  report.cover.organisation = "Organization " + count.toString(36) + " " + (count * 7919).toString(36);
  await renderReport(report, config);
  if (counts.includes(count)) readings.push({ count, resident: process.memoryUsage.rss() });
}
process.stdout.write(JSON.stringify({ readings, peak: process.resourceUsage().maxRSS * 1024 }));
`;

const memorySchema = z.object({
  readings: z.array(z.object({ count: z.number(), resident: z.number() })),
  peak: z.number(),
});

const lambdaMemory = 512 * 2 ** 20;
/** Of the memory, in megabytes: what else a process holds has to fit beside the heap. */
const heapLimit = 384;
/** A process whose memory gains less than this from its first reading to its last does not grow. */
const flat = 1.15;

/** Reads the memory of a new Node that renders one report after another with the bundle. */
export function memoryOver(folder: string, { counts }: Sizes): BenchTable {
  writeFileSync(path.join(folder, "memory.mjs"), program);
  const told = execFileSync(
    process.execPath,
    [`--max-old-space-size=${heapLimit}`, "memory.mjs", ...counts.map(String)],
    { cwd: folder, encoding: "utf8" },
  );
  const { readings, peak } = memorySchema.parse(JSON.parse(told));
  const first = readings[0]?.resident ?? Number.NaN;
  const growth = (readings.at(-1)?.resident ?? Number.NaN) / first;
  const rows = readings.map(({ count, resident }) => [
    String(count),
    times(resident / first),
    megabytes(resident),
  ]);
  rows.at(-1)?.push(`at most ${flat}×`, met(growth <= flat));
  return {
    title: "Report PDF, memory of one process",
    columns: ["reports", "of the first reading", "resident", "aim", ""],
    rows: [...rows, ["peak", "", megabytes(peak), "under 512 MB", met(peak < lambdaMemory)]],
    notes: [`Heap limited to ${heapLimit} of 512 MB; each report for another organization.`],
  };
}
