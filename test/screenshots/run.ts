/**
 * `npm run screenshots`: every page as a phone, a tablet and a desk show it, light and dark, in .build/screenshots.
 * Words after the command choose pages by the start of their address: `npm run screenshots /method`.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../e2e/browser.ts";
import { layOutAll } from "../e2e/lay-out-all.ts";
import { serveBuiltSite } from "../e2e/static-site.ts";
import { builtPages } from "../site/built-pages.ts";

const folder = fileURLToPath(new URL("../../.build/screenshots", import.meta.url));
const widths = [360, 768, 1280];
const schemes = ["light", "dark"] as const;

/** Pages the API fills, and nothing to look at by themselves. */
const frames = ["/shell"];

/** Taller pages come in parts: no browser draws them in one piece. */
const tallest = 12_000;

function fileName(path: string, width: number, scheme: string, part: number): string {
  const page = path === "/" ? "home" : path.slice(1).replaceAll("/", "-");
  return `${page}-${width}-${scheme}${part === 0 ? "" : `-${part + 1}`}.png`;
}

async function photographPart(page: Page, width: number, top: number, file: string): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: top, width, height: Math.min(tallest, height - top) };
  await page.screenshot({ path: join(folder, file), fullPage: true, clip, timeout: 120_000 });
}

async function photograph(browser: Browser, siteUrl: string, path: string): Promise<number> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${siteUrl}${path}`);
  await layOutAll(page);
  await page.evaluate(() => document.fonts.ready);
  let taken = 0;
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let part = 0; part * tallest < height; part += 1) {
        await photographPart(page, width, part * tallest, fileName(path, width, colorScheme, part));
        taken += 1;
      }
    }
  }
  await context.close();
  return taken;
}

const asked = process.argv.slice(2);
const paths = builtPages()
  .map(({ path }) => path)
  .filter((path) => !frames.includes(path))
  .filter((path) => asked.length === 0 || asked.some((start) => path.startsWith(start)));
if (asked.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const [site, browser] = await Promise.all([serveBuiltSite(), openBrowser()]);
let taken = 0;
for (const path of paths) taken += await photograph(browser, site.url, path);
await browser.close();
await site.close();
process.stdout.write(`${taken} pictures of ${paths.length} pages are in ${folder}\n`);
