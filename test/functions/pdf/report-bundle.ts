import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { deliveryFiles } from "../../../infra/aws/bundled-files.ts";
import { root } from "../../../infra/aws/funnel-function.ts";

/** Bundles the report as it is deployed; returns the folder with `index.mjs` and what is copied beside it. */
export async function bundleReport(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "report-bundle-"));
  await build({
    entryPoints: [path.join(root, "functions/pdf/render-report.tsx")],
    outfile: path.join(folder, "index.mjs"),
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node24",
    mainFields: ["module", "main"],
    define: { "process.env.NODE_ENV": '"production"' },
    banner: {
      js: 'import{createRequire as makeRequire}from"node:module";const require=makeRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  for (const command of deliveryFiles.afterBundling(root, folder)) execFileSync("sh", ["-c", command]);
  return folder;
}
