import { beforeAll, describe, expect, it } from "vitest";
import { type FontCoverage, loadFonts } from "#functions/pdf/fonts.ts";
import { printable, readings } from "#functions/pdf/printable.ts";
import { printableRanges, unprintable } from "#shared/printable-letters.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { goldenNames, goldenReport } from "../../shared/report/golden-report.ts";

const hex = (code: number) => code.toString(16);

/** Code points as ranges, as shared/printable-letters.ts writes them. */
function rangesOf(codes: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const code of [...new Set(codes)].toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join(" ");
}

/** Letters, digits, signs: what is neither blank nor invisible nor a mark on its own. */
const isPrinted = (code: number) => code > 0x7e && !/[\p{M}\p{C}\p{Z}]/u.test(String.fromCodePoint(code));

describe("the letters that the form accepts", () => {
  let coverage: FontCoverage;
  beforeAll(async () => {
    // A letter that no font has: every subset is opened in search of it.
    coverage = await loadFonts("漢");
  });

  it("are those that the bundled fonts hold or that have a plain reading", () => {
    const held = [coverage.sans, ...coverage.serif.values()].flatMap((characters) => [...characters]);
    const read = Object.keys(readings).map((character) => character.codePointAt(0) ?? 0);
    expect(printableRanges).toBe(rangesOf([...held, ...read].filter(isPrinted)));
  });

  it("print as themselves, but for plain readings and wide or joined letters", () => {
    for (const text of ["Łódź Ελλάδος Київ Nguyễn", "“½ & Söhne™”", "№ 5"]) {
      expect(unprintable(text)).toEqual([]);
      expect(printable(text, coverage)).toBe(text);
    }
    expect(printable("ＡＣＭＥ ﬁne", coverage)).toBe("ACME fine");
  });
});

describe("everything else that is printed", () => {
  it("comes from the edition and has no letter that the fonts lack", () => {
    const reports = goldenNames.slice(0, 8).map((name) => goldenReport(name, { salary: 95_000 }));
    const characters = new Set(JSON.stringify([currentEdition, reports]));
    expect(unprintable([...characters].join(""))).toEqual([]);
  });
});
