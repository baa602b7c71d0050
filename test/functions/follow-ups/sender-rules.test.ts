import { describe, expect, test } from "vitest";
import { missingTests, namedRows } from "../named-tests.ts";

const rows = namedRows("functions/mail/sender-rules.md", "rule");

describe("the rules for senders", () => {
  test("have a test for each row", () => {
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
  });

  test.each(rows)("name tests that exist: $about", (row) => {
    expect(missingTests(row)).toEqual([]);
  });
});
