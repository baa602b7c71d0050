/** How much code a page loads, in bytes as served compressed: before anything is pressed, and late. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { attributeValues, builtPages, siteDist } from "./built-pages.ts";

const kilobyte = 1000;
const budgets = {
  assessment: 15 * kilobyte,
  otherPages: 5 * kilobyte,
  /** What is loaded late, beside what the page has loaded already. */
  late: {
    "result-step": 45 * kilobyte,
    "so-far": 25 * kilobyte,
    "keep-tools": 4 * kilobyte,
    colleague: 2 * kilobyte,
    proof: 2 * kilobyte,
    "region-suggestion": 2 * kilobyte,
  },
  proofWorker: 3 * kilobyte,
  /** On a private page: trying steps and hours. */
  result: 35 * kilobyte,
} as const;

const folder = join(siteDist, "_astro");

function textOf(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

/** Names of the chunks a chunk cannot start without. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
    ([, name]) => name ?? "",
  );
}

/** Returns chunks with all that they import, each once. */
function closure(files: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const imported of importsOf(file)) visit(imported);
  };
  for (const file of files) visit(file);
  return found;
}

function bytes(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(textOf(file)).length, 0);
}

function loadedBy(html: string): Set<string> {
  return closure(attributeValues(html, "script", "src").map((src) => src.replace("/_astro/", "")));
}

function chunk(name: string): string {
  const found = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith(".js"));
  expect(found, `chunks named ${name}`).toHaveLength(1);
  return found[0] ?? "";
}

const pages = builtPages();
const atLoad = loadedBy(pages.find(({ path }) => path === "/assessment")?.html ?? "");

describe("code at load", () => {
  it.each(pages.filter(({ path }) => path !== "/assessment"))(
    "of $path stays within its budget",
    ({ html }) => {
      const loaded = loadedBy(html);
      expect(loaded.size).toBeGreaterThan(0);
      expect(bytes(loaded)).toBeLessThanOrEqual(budgets.otherPages);
    },
  );

  it("of /assessment stays within its budget, without scores, proof or report", () => {
    expect(bytes(atLoad)).toBeLessThanOrEqual(budgets.assessment);
    const names = [...atLoad].join(" ");
    expect(names).not.toMatch(/score|edition|result-step|proof/);
  });
});

describe("code loaded late", () => {
  it.each(Object.entries(budgets.late))("%s stays within its budget", (name, budget) => {
    const added = [...closure([chunk(name)])].filter((file) => !atLoad.has(file));
    expect(added.length).toBeGreaterThan(0);
    expect(bytes(added)).toBeLessThanOrEqual(budget);
  });

  it("the worker that proves work stays within its budget", () => {
    const workers = readdirSync(folder).filter((file) => file.startsWith("proof-worker"));
    expect(workers).toHaveLength(1);
    expect(bytes(workers)).toBeLessThanOrEqual(budgets.proofWorker);
  });

  it("a private page stays within its budget", () => {
    const edition = readdirSync(folder).filter((file) => file.startsWith("_trial-edition"));
    expect(edition.length).toBeGreaterThan(0);
    const frame = loadedBy(pages.find(({ path }) => path === "/shell")?.html ?? "");
    const result = closure([...frame, chunk("start"), edition[0] ?? ""]);
    expect(bytes(result)).toBeLessThanOrEqual(budgets.result);
  });
});

it("no page loads the schema library, not even late", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".js")))
    expect(textOf(file), file).not.toMatch(/ZodError|safeParse/);
});
