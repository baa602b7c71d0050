import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { reportFiles } from "../../../infra/aws/bundled-files.ts";
import { buildBundle } from "../../../infra/aws/bundles.ts";

/** Bundles the report as it is deployed; returns the folder with `index.mjs` and what is copied beside it. */
export async function bundleReport(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "report-bundle-"));
  await buildBundle({ entry: "functions/pdf/render-report.tsx", files: reportFiles }, folder);
  return folder;
}
