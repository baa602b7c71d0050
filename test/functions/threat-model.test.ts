import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(`${root}functions/threat-model.md`, "utf8");

interface Row {
  threat: string;
  /** File and title of each test. */
  tests: [file: string, title: string][];
}

/** A title stands after its file, or after another title of the same file. */
function testsIn(cell: string): [string, string][] {
  let file = "";
  return [...cell.matchAll(/`([^`]+)`|"([^"]+)"/g)].flatMap(([, named, title]): [string, string][] => {
    if (named !== undefined) file = named;
    return title === undefined ? [] : [[file, title]];
  });
}

const rows = text
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| who"))
  .map((line): Row => {
    const [threat = "", , shown = ""] = line.split("|").slice(1, -1);
    return { threat: threat.trim(), tests: testsIn(shown) };
  });

describe("the threat model", () => {
  test("has a row for each threat, and a test for each row", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
  });

  test.each(rows)("names tests that exist: $threat", ({ tests }) => {
    const missing = tests.filter(
      ([file, title]) =>
        !existsSync(root + file) || !readFileSync(root + file, "utf8").includes(`"${title}"`),
    );
    expect(missing).toEqual([]);
  });
});
