import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/** What the bundler tells of one of its files; only chunks import. */
interface BundledFile {
  fileName: string;
  imports?: readonly string[];
}

/** File name of a chunk to those it imports before it runs. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** Returns what a chunk needs before it runs, each once, without itself. */
function needed(file: string, imports: Imports, seen = new Set([file])): string[] {
  return (imports.get(file) ?? []).flatMap((imported) => {
    if (seen.has(imported)) return [];
    seen.add(imported);
    return [imported, ...needed(imported, imports, seen)];
  });
}

/** Returns the page with a preload of every module that its scripts import, before the first of them. */
export function withPreloads(html: string, imports: Imports): string {
  const scripts = [...html.matchAll(/<script type="module" src="\/([^"]+)"/g)];
  const files = new Set(scripts.flatMap(([, file = ""]) => needed(file, imports)));
  const links = [...files].map((file) => `<link rel="modulepreload" href="/${file}">`).join("");
  return links === "" ? html : html.replace('<script type="module"', `${links}$&`);
}

/**
 * Has every page name the modules that its scripts import, as Vite does for pages of its own: otherwise a phone learns
 * of them only when the script has arrived, a journey to the server later.
 */
export function preloadImports(): AstroIntegration {
  const imports = new Map<string, readonly string[]>();
  const collect = {
    name: "collect-imports",
    generateBundle(_: unknown, bundle: Readonly<Record<string, BundledFile>>) {
      for (const file of Object.values(bundle)) imports.set(file.fileName, file.imports ?? []);
    },
  };
  return {
    name: "preload-imports",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [collect] } });
      },
      "astro:build:done": ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const page of globSync("**/*.html", { cwd: folder })) {
          const file = join(folder, page);
          writeFileSync(file, withPreloads(readFileSync(file, "utf8"), imports));
        }
      },
    },
  };
}
