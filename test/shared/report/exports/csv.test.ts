import { describe, expect, it } from "vitest";
import { csv } from "#shared/report/exports/csv.ts";
import { readCsv } from "./read-csv.ts";

const cells = (text: string) => readCsv(text.replace(/^\uFEFF/, ""));

describe("csv", () => {
  it("is read back as it was written: commas, quotation marks, line ends, accents, other scripts", () => {
    const rows = [
      ["a,b", 'she said "yes"', "two\nlines", "two\r\nlines", ""],
      ["Zoë", "東京", "“quoted”", " spaces ", "plain"],
    ];
    expect(cells(csv(rows))).toEqual(rows);
  });

  it("ends each row with a carriage return and line feed, and quotes only where it must", () => {
    expect(
      csv([
        ["a", "b,c"],
        ["d", 'e"f'],
      ]),
    ).toBe('\uFEFFa,"b,c"\r\nd,"e""f"\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x"])(
    "keeps a cell from running as a formula: %j",
    (text) => {
      expect(cells(csv([[text]]))).toEqual([[`'${text}`]]);
    },
  );

  it("leaves a sign inside a text alone", () => {
    expect(cells(csv([["a=b", "10–20%", "CSF PR.DS-11"]]))).toEqual([["a=b", "10–20%", "CSF PR.DS-11"]]);
  });
});
