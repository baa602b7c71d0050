import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildFolder, root, siteDist } from "./folders.ts";

/** Everything the built site depends on. */
const inputs = ["site", "shared", "funnel.config.ts", "package-lock.json", "tsconfig.json"];
const outputs = new Set(["dist", ".astro", "node_modules"]);
const stamp = path.join(buildFolder, "site.sha256");

function filesIn(place: string): string[] {
  const entries = readdirSync(place, { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const full = path.join(place, entry.name);
    if (!entry.isDirectory()) return [full];
    return outputs.has(entry.name) ? [] : filesIn(full);
  });
}

/** Returns a hash of names and contents: a changed date alone builds nothing. */
function hashOfInputs(): string {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const full = path.join(root, input);
    for (const file of statSync(full).isDirectory() ? filesIn(full) : [full])
      hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function isBuilt(hash: string): boolean {
  return (
    existsSync(path.join(siteDist, "shell/index.html")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === hash
  );
}

/** Raised when the site could not be built; the message is the builder's own output. */
export class SiteBuildError extends Error {
  override name = "SiteBuildError";
}

function runAstro(): Promise<void> {
  return new Promise((resolve, reject) => {
    const astro = spawn("astro", ["build", "--root", "site"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    astro.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    astro.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    astro.on("error", reject);
    astro.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new SiteBuildError(Buffer.concat(output).toString("utf8")));
    });
  });
}

/**
 * Builds the site where something it depends on has changed, and returns whether it did.
 * @throws SiteBuildError
 */
export async function buildSite(say: (line: string) => void): Promise<boolean> {
  const hash = hashOfInputs();
  if (isBuilt(hash)) return false;
  say("Building the site…");
  await runAstro();
  mkdirSync(buildFolder, { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
