import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fontModules } from "#functions/pdf/fonts.ts";
import { apiFiles, deliveryFiles } from "../../infra/aws/bundled-files.ts";
import { root } from "../../infra/aws/funnel-function.ts";

describe("the files beside the bundles", () => {
  const output = mkdtempSync(path.join(tmpdir(), "bundle-"));
  for (const command of deliveryFiles.afterBundling(root, output)) execFileSync("sh", ["-c", command]);
  // As the bundle in the same folder would.
  const bundle = createRequire(path.join(output, "index.mjs"));

  it("hold every font the report may open", () => {
    for (const module of fontModules)
      expect(bundle.resolve(module)).toBe(path.join(output, "node_modules", module));
  });

  it("hold the built-in fonts that PDFKit requires by a name of its own package", () => {
    expect(bundle("#standard-fonts/Helvetica")).toBeTypeOf("object");
    expect(bundle.resolve("#standard-fonts/Helvetica").startsWith(output)).toBe(true);
  });

  it("hold the frame of the private pages and the list of pages where the API looks for it", () => {
    const commands = apiFiles.afterBundling("/repository", "/bundle");
    expect(commands).toContain("cp -R '/repository/site/dist/shell/index.html' '/bundle/shell.html'");
    expect(commands).toContain("cp -R '/repository/site/dist/sitemap.xml' '/bundle/sitemap.xml'");
  });

  it("may lie under a path with spaces and quotes", () => {
    expect(apiFiles.afterBundling("/it's here", "/out")).toContain(
      "cp -R '/it'\\''s here/site/dist/shell/index.html' '/out/shell.html'",
    );
  });
});
