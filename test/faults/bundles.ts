/** The processes of a run as plain files: they start in a moment, however often they are killed. */
import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { buildFolder, root } from "../../infra/local/folders.ts";

const names = ["api", "worker", "feedback", "cloud"] as const;

const outdir = path.join(buildFolder, "faults", String(process.pid));

export function removeProcesses(): void {
  rmSync(outdir, { recursive: true, force: true });
}

/** Returns the built file of each process. Packages stay where they are. */
export async function buildProcesses(): Promise<Record<(typeof names)[number], string>> {
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => `test/faults/${name}-process.ts`),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    logLevel: "error",
  });
  const file = (name: string) => path.join(outdir, `${name}-process.mjs`);
  return { api: file("api"), worker: file("worker"), feedback: file("feedback"), cloud: file("cloud") };
}
