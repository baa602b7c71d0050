import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { layOutAll } from "./lay-out-all.ts";

async function violations(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

/** Returns what a page breaks of WCAG 2.2 AA and good practice, as far as a program can tell. */
export async function axe(page: Page): Promise<string[]> {
  await layOutAll(page);
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
  return violations(new AxeBuilder({ page }).withTags(tags));
}

/** Returns the texts a page shows with too little contrast: all that changes with the color scheme. */
export async function contrast(page: Page): Promise<string[]> {
  await layOutAll(page);
  return violations(new AxeBuilder({ page }).withRules(["color-contrast"]));
}
