import type { Page } from "playwright-core";

/**
 * Lays out the parts of a long page that otherwise wait until somebody comes near (content-visibility),
 * for whoever looks at all of it at once.
 */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const styles = new CSSStyleSheet();
    styles.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets.push(styles);
  });
}
