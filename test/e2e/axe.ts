import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

async function violations(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

/** Returns what a page breaks of WCAG 2.2 AA and good practice, as far as a program can tell. */
export function axe(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
  return violations(new AxeBuilder({ page }).withTags(tags));
}

/** Returns the texts a page shows with too little contrast: all that changes with the color scheme. */
export function contrast(page: Page): Promise<string[]> {
  return violations(new AxeBuilder({ page }).withRules(["color-contrast"]));
}
