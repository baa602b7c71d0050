import {
  type FontCoverage,
  type SerifSubset,
  sansFamily,
  serifFamily,
  type Voice,
} from "#functions/pdf/fonts.ts";

/** Signs that our fonts lack and that have a plain reading. */
export const readings: Readonly<Record<string, string>> = {
  "≥": "at least ",
  "≤": "at most ",
  "→": "to",
  "‑": "-",
  "‒": "–",
  "―": "—",
  "\u202f": "\u00a0",
  "\u2007": "\u00a0",
  "\u2002": " ",
  "\u2003": " ",
  "\u2009": " ",
  "✓": "yes",
  "★": "*",
  ʹ: "'",
};

/** A word that some column cannot hold; addresses stay whole, they stand on a line of their own. */
const endlessWord = /(?<!\S)(?!\S*:\/\/)\S{31,}/gu;

const invisible = /[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/u;

/** Most characters of most texts, and the fonts have them all: everything else is looked at one by one. */
const beyondPlain = /[^\n -~]/gu;

const codeOf = (character: string) => character.codePointAt(0) ?? 0;

function covered(code: number, coverage: FontCoverage): boolean {
  if (coverage.sans.has(code)) return true;
  for (const characters of coverage.serif.values()) if (characters.has(code)) return true;
  return false;
}

const allCovered = (text: string, coverage: FontCoverage) =>
  [...text].every((character) => covered(codeOf(character), coverage));

function printableCharacter(character: string, coverage: FontCoverage): string {
  if (character === "\u00a0") return character;
  if (/\s/u.test(character)) return readings[character] ?? " ";
  if (invisible.test(character)) return "";
  // A mark that composes with no letter: set in the font of another subset, it would stand beside its letter.
  if (/\p{M}/u.test(character)) return "";
  const reading = readings[character];
  if (reading !== undefined) return reading;
  if (covered(codeOf(character), coverage)) return character;
  const base = character.normalize("NFKD").replace(/\p{M}/gu, "");
  return base !== "" && allCovered(base, coverage) ? base : "";
}

/** Returns the text with signs spelled out, so that no font is opened for a sign that has a reading. */
export function spelledOut(text: string): string {
  return text.normalize("NFC").replace(beyondPlain, (character) => readings[character] ?? character);
}

/**
 * Returns the text as our fonts can print it: composed letters, plain readings for signs without a glyph,
 * letters stripped of a mark that no font has, and nothing at all for what is left (emoji, scripts
 * beyond Latin, Greek, Cyrillic and Vietnamese). So no box is ever drawn. Such text is refused where it is typed
 * (shared/printable-letters.ts); here is what becomes of it should it come another way.
 */
export function printable(text: string, coverage: FontCoverage): string {
  return text
    .normalize("NFC")
    .replace(beyondPlain, (character) => printableCharacter(character, coverage))
    .replace(endlessWord, (word) => (word.match(/.{1,24}/gu) ?? [word]).join(" "))
    .replace(/ {2,}/g, " ")
    .trim();
}

/**
 * Returns the name as it can be printed, or "Your organization" when it holds no letter or digit that
 * our fonts have: a name in such a script is better left out than printed in part.
 */
export function printableName(name: string, coverage: FontCoverage): string {
  const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const printed = printable(name, coverage);
  return letters(printed) === 0 ? "Your organization" : printed;
}

/** Families to set a printable text in: one whenever one suffices, so that no word mixes typefaces. */
export function familiesFor(text: string, voice: Voice, coverage: FontCoverage): string[] {
  const open = new Set((text.match(beyondPlain) ?? []).map(codeOf));
  const sans = voice === "label" || voice === "heading";
  if (sans && [...open].every((code) => coverage.sans.has(code))) return [sansFamily];
  const needed: SerifSubset[] = [];
  for (const [subset, characters] of coverage.serif) {
    const found = [...open].filter((code) => characters.has(code));
    for (const code of found) open.delete(code);
    if (found.length > 0 || subset === "latin") needed.push(subset);
  }
  const families = needed.map(serifFamily);
  return open.size > 0 ? [...families, sansFamily] : families;
}
