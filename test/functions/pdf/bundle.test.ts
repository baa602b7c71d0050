import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { renderReport } from "#functions/pdf/render-report.tsx";
import { reportFiles } from "../../../infra/aws/bundled-files.ts";
import { buildBundle } from "../../../infra/aws/bundles.ts";
import { funnelConfig, goldenReport } from "../../shared/report/golden-report.ts";

const runner = `
import { readFileSync, writeFileSync } from "node:fs";
import { renderReport } from "./index.mjs";
const { report, config } = JSON.parse(readFileSync(new URL("input.json", import.meta.url), "utf8"));
const { bytes } = await renderReport(report, config);
writeFileSync(new URL("report.pdf", import.meta.url), bytes);
`;

describe("the bundle", () => {
  it("renders the same bytes as the source, with nothing but the files copied beside it", async () => {
    const output = mkdtempSync(path.join(tmpdir(), "report-bundle-"));
    await buildBundle({ entry: "functions/pdf/render-report.tsx", files: reportFiles }, output);
    const report = goldenReport("MRO, everything answered");
    writeFileSync(path.join(output, "input.json"), JSON.stringify({ report, config: funnelConfig }));
    writeFileSync(path.join(output, "run.mjs"), runner);
    execFileSync(process.execPath, ["run.mjs"], { cwd: output, stdio: "pipe" });
    const { bytes } = await renderReport(report, funnelConfig);
    expect(Buffer.compare(readFileSync(path.join(output, "report.pdf")), bytes)).toBe(0);
  }, 60_000);
});
