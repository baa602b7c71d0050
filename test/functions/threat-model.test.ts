import { describe, expect, test } from "vitest";
import { missingTests, namedRows } from "./named-tests.ts";

const rows = namedRows("functions/threat-model.md", "who");

describe("the threat model", () => {
  test("has a row for each threat, and a test for each row", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
  });

  test.each(rows)("names tests that exist: $about", (row) => {
    expect(missingTests(row)).toEqual([]);
  });
});
