import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { fontModules } from "#functions/pdf/fonts.ts";

/** A file or folder of the repository, and where it goes beside the bundle. */
export interface BundledFile {
  from: string;
  to: string;
}

/** The fonts of the report, under the paths by which functions/pdf/fonts.ts resolves them. */
const fonts = fontModules.map((module) => ({ from: `node_modules/${module}`, to: `node_modules/${module}` }));

/**
 * PDFKit requires its built-in fonts by "#standard-fonts/…", a name that only its own package.json explains and
 * that a bundler does not follow: beside the bundle the same name has to lead to the same files.
 */
const standardFonts = [
  { from: "node_modules/pdfkit/js/standard-fonts", to: "standard-fonts" },
  { from: "infra/aws/bundle-package.json", to: "package.json" },
];

/** What the engine of the report reads while it renders. */
export const reportFiles: readonly BundledFile[] = [...fonts, ...standardFonts];

/** What the API reads of the built site, where SHELL_PATH and SITEMAP_PATH look by default. */
export const siteFiles: readonly BundledFile[] = [
  { from: "site/dist/shell/index.html", to: "shell.html" },
  { from: "site/dist/sitemap.xml", to: "sitemap.xml" },
];

/** What the console sends along with its pages, where functions/console/assets.ts looks for it. */
export const consoleFiles: readonly BundledFile[] = [{ from: "functions/console/assets", to: "assets" }];

/** Copies each file of the repository to where the bundle looks for it. */
export async function copyFiles(files: readonly BundledFile[], root: string, output: string): Promise<void> {
  for (const { from, to } of files) {
    const target = path.join(output, to);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(root, from), target, { recursive: true });
  }
}
