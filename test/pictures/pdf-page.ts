import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";

const { resolve } = createRequire(import.meta.url);
/** An address that no network knows: every request to it is answered here. */
const desk = "http://desk.invalid";

/** Run in the browser, as text: what is compiled here would call helpers the browser does not have. */
const drawPage = (pageNumber: number, width: number) => `(async () => {
  const pdf = await import("${desk}/pdf.mjs");
  pdf.GlobalWorkerOptions.workerSrc = "${desk}/pdf.worker.mjs";
  const { promise } = pdf.getDocument({ url: "${desk}/report.pdf", standardFontDataUrl: "${desk}/" });
  const page = await (await promise).getPage(${pageNumber});
  const viewport = page.getViewport({ scale: ${width} / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement("canvas");
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, viewport }).promise;
  return canvas.toDataURL("image/png");
})()`;

async function answer(page: Page, pdf: Uint8Array): Promise<void> {
  const script = (file: string) => ({ contentType: "text/javascript", body: readFileSync(resolve(file)) });
  const files: Record<string, { contentType: string; body: Buffer | string }> = {
    "/": { contentType: "text/html", body: "<title>PDF</title>" },
    "/pdf.mjs": script("pdfjs-dist/build/pdf.min.mjs"),
    "/pdf.worker.mjs": script("pdfjs-dist/build/pdf.worker.min.mjs"),
    "/report.pdf": { contentType: "application/pdf", body: Buffer.from(pdf) },
  };
  await page.route(`${desk}/**`, (route) => {
    const file = files[new URL(route.request().url()).pathname];
    return file ? route.fulfill(file) : route.fulfill({ status: 404, body: "" });
  });
}

/** Returns pages of a PDF as PNG pictures of a width in pixels, drawn by pdf.js in a browser. */
export async function pdfPages(
  browser: Browser,
  pdf: Uint8Array,
  pageNumbers: readonly number[],
  width: number,
): Promise<Buffer[]> {
  const page = await browser.newPage();
  await answer(page, pdf);
  await page.goto(`${desk}/`);
  const pictures: Buffer[] = [];
  for (const pageNumber of pageNumbers) {
    const url: unknown = await page.evaluate(drawPage(pageNumber, width));
    if (typeof url !== "string") throw new Error(`Page ${pageNumber} gave no picture.`);
    pictures.push(Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
  }
  await page.close();
  return pictures;
}
