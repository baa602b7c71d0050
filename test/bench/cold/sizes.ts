import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sizeOf } from "../../../infra/aws/bundle-size.ts";
import { buildBundles } from "../../../infra/aws/bundles.ts";
import type { BenchTable } from "../table.ts";

const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`;

/** Returns how much JavaScript each function reads; test/infra/bundles.test.ts holds the budgets. */
export async function bundleSizes(): Promise<BenchTable> {
  const folder = await mkdtemp(path.join(tmpdir(), "bundles-"));
  const built = Object.entries(await buildBundles(folder));
  await rm(folder, { recursive: true });
  return {
    title: "JavaScript of the bundles",
    columns: ["function", "read at the start", "in all"],
    rows: built.map(([id, metafile]) => {
      const { start, all } = sizeOf(metafile);
      return [id, kilobytes(start), kilobytes(all)];
    }),
    notes: ["Minified, not compressed; the rest are chunks that are read when they are first needed."],
  };
}
