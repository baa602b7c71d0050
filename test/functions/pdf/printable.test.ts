import { beforeAll, describe, expect, it } from "vitest";
import { type FontCoverage, loadFonts } from "#functions/pdf/fonts.ts";
import { familiesFor, printable, printableName } from "#functions/pdf/printable.ts";

describe("text as the fonts can print it", () => {
  let coverage: FontCoverage;
  beforeAll(async () => {
    coverage = await loadFonts("Łódź Ελλάδος Київ Nguyễn");
  });

  it.each(["Škoda Łódź", "Αεροπορία Ελλάδος", "Авіакомпанія Київ", "Nguyễn Văn Ánh", "“30 days” – 2½ × 4"])(
    "keeps %s",
    (text) => {
      expect(printable(text, coverage)).toBe(text);
    },
  );

  it("composes letters typed as letter and mark", () => {
    expect(printable("Zu\u0308rich", coverage)).toBe("Zürich");
  });

  it("spells out signs that no font has", () => {
    expect(printable("≥95% on time, ≤1 week in 4", coverage)).toBe(
      "at least 95% on time, at most 1 week in 4",
    );
  });

  it("leaves out what no font has, and with it the space left over", () => {
    expect(printable("Acme 株式会社 Ltd 🚀", coverage)).toBe("Acme Ltd");
  });

  it("prints wide letters as plain ones", () => {
    expect(printable("ＡＣＭＥ", coverage)).toBe("ACME");
  });

  it("prints a name in a script beyond the fonts as “Your organization”", () => {
    expect(printableName("株式会社", coverage)).toBe("Your organization");
    expect(printableName("Acme", coverage)).toBe("Acme");
  });

  it("parts a word that no column holds, but no address", () => {
    const words = printable("Łódź".repeat(20), coverage).split(" ");
    expect(words.map((word) => word.length)).toEqual([24, 24, 24, 8]);
    const address = "https://remotesupport.example/book/a/meeting";
    expect(printable(address, coverage)).toBe(address);
  });

  it("sets a heading in one typeface, the sans where it has every letter", () => {
    expect(familiesFor("Blue Ridge", "heading", coverage)).toEqual(["B612"]);
    expect(familiesFor("Łódź", "heading", coverage)).toEqual([
      "Source Serif 4 latin",
      "Source Serif 4 latin-ext",
    ]);
  });

  it("opens only the subsets that a text needs", async () => {
    const plain = await loadFonts("plain text");
    expect([...plain.serif.keys()]).toEqual(["latin"]);
  });
});
