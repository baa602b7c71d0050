import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openBrowser } from "./browser.ts";
import { serveWholeSite, type WholeSite } from "./whole-site.ts";

type ContextOptions = NonNullable<Parameters<Browser["newContext"]>[0]>;

export interface Session {
  /** The site with its API, once the tests run. */
  site(): WholeSite;
  /** Opens a page as a new visitor: nothing is kept from the test before. */
  open(path: string, options?: ContextOptions): Promise<Page>;
  /** Opens another page of the same visitor. */
  openAnother(): Promise<Page>;
}

/** Starts site and browser for a test file, and closes each visitor's pages after their test. */
export function startSession(): Session {
  let site: WholeSite;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    [site, browser] = await Promise.all([serveWholeSite(), openBrowser()]);
  });
  afterEach(async () => {
    await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    site: () => site,
    async open(path, options = {}) {
      context = await browser.newContext({ viewport: { width: 375, height: 740 }, ...options });
      const page = await context.newPage();
      await page.goto(`${site.url}${path}`);
      return page;
    },
    openAnother: () => context.newPage(),
  };
}
