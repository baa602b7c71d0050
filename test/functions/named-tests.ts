/** Tables in documents whose last column names the tests that show each row. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface NamedRow {
  /** First cell: what the row is about. */
  about: string;
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

/**
 * Returns the rows of every table of a document.
 * @param heading first cell of a table's head
 */
export function namedRows(file: string, heading: string): NamedRow[] {
  return readFileSync(root + file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith(`| ${heading}`))
    .map((line) => {
      const [about = "", , shown = ""] = line.split("|").slice(1, -1);
      return { about: about.trim(), tests: testsIn(shown) };
    });
}

/** Returns the tests that stand in no file. */
export function missingTests({ tests }: NamedRow): NamedRow["tests"] {
  return tests.filter(
    ([file, title]) => !existsSync(root + file) || !readFileSync(root + file, "utf8").includes(`"${title}"`),
  );
}
