import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { picturedPages, picturedSamples } from "../../site/src/pictures/pictured-pages.ts";

const site = fileURLToPath(new URL("../../site", import.meta.url));
const pictures = join(site, "src/pictures/pages");
const takenOf: unknown = JSON.parse(readFileSync(join(pictures, "taken-of.json"), "utf8"));

describe("pictures of report pages", () => {
  it("were taken of the samples that the site offers today (npm run samples)", () => {
    const today = picturedSamples.map((sample) => {
      const pdf = readFileSync(join(site, `public/samples/${sample}.pdf`));
      return [sample, createHash("sha256").update(pdf).digest("hex")];
    });
    expect(takenOf).toEqual(Object.fromEntries(today));
  });

  it("have the shape of a page", async () => {
    for (const sample of picturedSamples)
      for (const page of picturedPages) {
        const { width = 0, height = 0 } = await sharp(join(pictures, `${sample}-${page}.avif`)).metadata();
        expect(height / width).toBeCloseTo(11 / 8.5, 1);
      }
  });
});
