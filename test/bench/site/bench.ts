/**
 * How heavy, fast and usable every page is: the built site, served compressed as CloudFront would, judged by
 * Lighthouse as a phone on simulated slow 4G, and by axe.
 */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { freePort } from "../../../infra/local/free-port.ts";
import { openBrowser } from "../../e2e/browser.ts";
import { layOutAll } from "../../e2e/lay-out-all.ts";
import { serveBuiltSite } from "../../e2e/static-site.ts";
import { type BuiltPage, builtPages } from "../../site/built-pages.ts";
import { pageWeight } from "../../site/page-weight.ts";
import type { BenchTable } from "../table.ts";
import { acceptAnyCertificate, https } from "./https.ts";
import { type PageQuality, quality } from "./lighthouse.ts";

/** LIGHTHOUSE_RUNS=1 is quick and noisy. */
const runs = Number(process.env.LIGHTHOUSE_RUNS ?? 3);
const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1);
const milliseconds = (time: number) => String(Math.round(time));

function weightTable(pages: readonly BuiltPage[]): BenchTable {
  const rows = pages.map((page) => {
    const { html, css, js, fonts, images, total, requests } = pageWeight(page);
    return [page.path, ...[html, css, js, fonts, images, total].map(kilobytes), String(requests)];
  });
  return {
    title: "Site: bytes of a first view, in kB as transferred",
    columns: ["page", "HTML", "CSS", "JS", "fonts", "images", "in all", "requests"],
    rows,
    notes: [
      "Brotli at a middle setting, as on the fly; headers, favicon and what loads later are apart.",
      "Aims: landing pages at most 5 kB of script and 90 kB in all.",
    ],
  };
}

function qualityRow(path: string, page: PageQuality): string[] {
  const { performance, accessibility, bestPractices, seo, firstPaint, largestPaint, blocked, shift } = page;
  return [
    path,
    ...[performance, accessibility, bestPractices, seo].map(String),
    milliseconds(firstPaint),
    milliseconds(largestPaint),
    milliseconds(blocked),
    shift.toFixed(3),
    kilobytes(page.transferred),
    String(page.requests),
    page.failed.join(", ") || "none",
  ];
}

async function qualityTable(pages: readonly BuiltPage[], siteUrl: string): Promise<BenchTable> {
  const port = await freePort(4_430, "127.0.0.1");
  const browser = await openBrowser(`--remote-debugging-port=${port}`, acceptAnyCertificate);
  const rows: string[][] = [];
  for (const { path } of pages) {
    process.stderr.write(`  Lighthouse: ${path}\n`);
    rows.push(qualityRow(path, await quality(`${siteUrl}${path}`, port, runs)));
  }
  await browser.close();
  return {
    title: "Site: Lighthouse, mobile, simulated slow 4G",
    columns: [
      "page",
      "performance",
      "accessibility",
      "best practices",
      "SEO",
      "FCP ms",
      "LCP ms",
      "TBT ms",
      "CLS",
      "kB",
      "requests",
      "failed",
    ],
    rows,
    notes: [
      `Median by LCP of ${runs}. HTTP/2 over TLS, as from CloudFront; simulated times include this machine's processor, four times slowed.`,
      "The page for wrong addresses is kept out of search engines on purpose.",
      "Aims: performance at least 99, the others 100, LCP under 1200 ms, CLS 0.",
    ],
  };
}

async function violations(browser: Browser, url: string, colorScheme: "light" | "dark"): Promise<number> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 375, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  await layOutAll(page);
  const found = await new AxeBuilder({ page }).analyze();
  await context.close();
  return found.violations.reduce((count, { nodes }) => count + nodes.length, 0);
}

async function axeTable(pages: readonly BuiltPage[], siteUrl: string): Promise<BenchTable> {
  const browser = await openBrowser(acceptAnyCertificate);
  const rows: string[][] = [];
  for (const { path } of pages) {
    const light = await violations(browser, `${siteUrl}${path}`, "light");
    const dark = await violations(browser, `${siteUrl}${path}`, "dark");
    rows.push([path, String(light), String(dark)]);
  }
  await browser.close();
  return { title: "Site: places where axe finds a violation", columns: ["page", "light", "dark"], rows };
}

/** Returns what every page costs and how it is judged. */
export async function bench(): Promise<readonly BenchTable[]> {
  // A page answered with "not found" cannot be judged at its own address.
  const pages = builtPages()
    .filter(({ path }) => path !== "/shell")
    .map((page) => (page.path === "/404" ? { ...page, path: "/404.html" } : page));
  const site = await serveBuiltSite(await https());
  const judged = [await qualityTable(pages, site.url), await axeTable(pages, site.url)];
  await site.close();
  return [weightTable(pages), ...judged];
}
