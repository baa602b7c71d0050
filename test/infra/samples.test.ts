import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import config from "#config";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { sampleIds, samplePdf, samplesFolder } from "../../infra/local/sample-reports.ts";

describe("the sample reports that the site offers", () => {
  it("are five", () => {
    expect(sampleIds()).toHaveLength(5);
  });

  it.each(sampleIds())("%s.pdf is what the code makes of its answers today (npm run samples)", async (id) => {
    const file = path.join(samplesFolder, `${id}.pdf`);
    expect(existsSync(file), `${file} is missing: run npm run samples`).toBe(true);
    const made = await samplePdf(id, parseFunnelConfig(config));
    expect(Buffer.compare(readFileSync(file), made), "it is out of date: run npm run samples").toBe(0);
  });
});
