import { mkdtemp, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fontModules } from "#functions/pdf/fonts.ts";
import { copyFiles, reportFiles, siteFiles } from "../../infra/aws/bundled-files.ts";
import { root } from "../../infra/aws/bundles.ts";

describe("the files beside the bundles", () => {
  let output: string;
  /** Resolves as the bundle in the same folder would. */
  let bundle: NodeJS.Require;

  beforeAll(async () => {
    output = await mkdtemp(path.join(tmpdir(), "it's a bundle "));
    await copyFiles([...reportFiles, ...siteFiles], root, output);
    bundle = createRequire(path.join(output, "index.mjs"));
  });

  it("hold every font the report may open", () => {
    for (const module of fontModules)
      expect(bundle.resolve(module)).toBe(path.join(output, "node_modules", module));
  });

  it("hold the built-in fonts that PDFKit requires by a name of its own package", () => {
    expect(bundle("#standard-fonts/Helvetica")).toBeTypeOf("object");
    expect(bundle.resolve("#standard-fonts/Helvetica").startsWith(output)).toBe(true);
  });

  it("hold the frame of the private pages and the list of pages where the API looks for them", async () => {
    expect(await readFile(path.join(output, "shell.html"), "utf8")).toContain("<!--page-->");
    expect(await readFile(path.join(output, "sitemap.xml"), "utf8")).toContain("<loc>");
  });
});
