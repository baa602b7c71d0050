import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { renderReport } from "#functions/pdf/render-report.tsx";
import { funnelConfig, goldenReport } from "../../shared/report/golden-report.ts";
import { bundleReport } from "./report-bundle.ts";

const runner = `
import { readFileSync, writeFileSync } from "node:fs";
import { renderReport } from "./index.mjs";
const { report, config } = JSON.parse(readFileSync(new URL("input.json", import.meta.url), "utf8"));
const { bytes } = await renderReport(report, config);
writeFileSync(new URL("report.pdf", import.meta.url), bytes);
`;

describe("the bundle", () => {
  it("renders the same bytes as the source, with nothing but the files copied beside it", async () => {
    const folder = await bundleReport();
    const report = goldenReport("MRO, everything answered");
    writeFileSync(path.join(folder, "input.json"), JSON.stringify({ report, config: funnelConfig }));
    writeFileSync(path.join(folder, "run.mjs"), runner);
    execFileSync(process.execPath, ["run.mjs"], { cwd: folder, stdio: "pipe" });
    const { bytes } = await renderReport(report, funnelConfig);
    expect(Buffer.compare(readFileSync(path.join(folder, "report.pdf")), bytes)).toBe(0);
    rmSync(folder, { recursive: true });
  }, 60_000);
});
