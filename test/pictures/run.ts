/**
 * The second half of `npm run samples`: pictures of pages of the sample reports, for the site and the README.
 * Beside them stands the hash of each PDF they were taken of, so that a test can say when they are out of date.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { picturedPages, picturedSamples } from "../../site/src/pictures/pictured-pages.ts";
import { openBrowser } from "../e2e/browser.ts";
import { pdfPages } from "./pdf-page.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const samples = path.join(root, "site/public/samples");
const folder = path.join(root, "site/src/pictures/pages");
/** Twice the width it is shown at. */
const width = 400;
const sharpest = 1_280;
const readmePicture = { sample: "aviation", page: 2, width: 850, colors: 58 };

async function picture(browser: Browser, sample: string): Promise<string> {
  const pdf = readFileSync(path.join(samples, `${sample}.pdf`));
  const pages = await pdfPages(browser, pdf, picturedPages, sharpest);
  for (const [at, png] of pages.entries()) {
    const page = picturedPages[at];
    // Small and gray enough to say "this is the document"; whoever wants to read it opens the PDF.
    await sharp(png)
      .resize(width)
      .avif({ quality: 35, effort: 6 })
      .toFile(path.join(folder, `${sample}-${page}.avif`));
    if (sample === readmePicture.sample && page === readmePicture.page)
      await sharp(png)
        .resize(readmePicture.width)
        .png({ palette: true, colours: readmePicture.colors, effort: 10 })
        .toFile(path.join(root, "site/public/sample-report-page.png"));
  }
  return createHash("sha256").update(pdf).digest("hex");
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const takenOf: Record<string, string> = {};
for (const sample of picturedSamples) takenOf[sample] = await picture(browser, sample);
await browser.close();
writeFileSync(path.join(folder, "taken-of.json"), `${JSON.stringify(takenOf, null, 2)}\n`);
process.stdout.write(`${picturedSamples.length * picturedPages.length} pictures of report pages\n`);
