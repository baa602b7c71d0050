/** Which letters a report can be printed in: those its fonts hold, Latin, Greek and Cyrillic with most accents. */

/**
 * Characters beyond ASCII that the bundled fonts hold or that have a plain reading, as hexadecimal ranges. Derived from
 * the fonts: test/functions/pdf/printable-letters.test.ts holds it against them and prints what it should be.
 */
export const printableRanges =
  "a1-ac ae-12b 12e-131 134-165 168-17f 18f 192 1a0-1a1 1af-1b0 1cd-1dc 1e6-1e7 1f8-1f9 218-21b 237 251 259 261 2b0 " +
  "2b2-2b3 2b7-2b9 2bb-2bc 2be-2bf 2c6-2cc 2da 2dc-2dd 2e1-2e3 374-375 37e 384-38a 38c 38e-3a1 3a3-3ce 3d7 3d9 3db " +
  "3dd 3e1 400-45f 462-463 472-475 490-493 496-49b 4a0-4a3 4aa-4ab 4ae-4b3 4b6-4b7 4ba-4bb 4c0-4c2 4cf-4d1 4d4-4d9 " +
  "4e2-4e3 4e6-4e9 4ee-4ef 4f2-4f3 1d43 1d47-1d49 1d4d 1d4f-1d50 1d52 1d56-1d58 1d5b 1d9c 1da0 1dbb 1e0c-1e0f " +
  "1e20-1e21 1e24-1e25 1e2a-1e2b 1e36-1e3b 1e3e-1e3f 1e42-1e49 1e5a-1e63 1e6c-1e6f 1e80-1e85 1e8e-1e8f 1e92-1e93 " +
  "1e97 1e9e 1ea0-1ef9 2011-2015 2018-201a 201c-201e 2020 2022 2026 2032-2033 2039-203a 2044 20a1 20a4 20a6-20a7 " +
  "20a9 20ab-20ac 20ae 20b1-20b2 20b4-20b5 20b8-20ba 20bd 20bf 2113 2116 2122 2191-2193 2212 2215 2264-2265 2605 2713";

const escapes = printableRanges.replace(/[0-9a-f]+/g, (code) => `\\u{${code}}`).replaceAll(" ", "");
const printable = new RegExp(`^[ -~${escapes}]+$`, "u");

/** Draws nothing: spaces, soft hyphens, joiners, marks of direction, selectors of a variant. */
const unseen = /^[\s\p{Cf}\p{Variation_Selector}]$/u;

/** A character with the marks, skin tones and joined signs that belong to it, or the two letters of a flag. */
const sign = /\p{RI}\p{RI}|[\s\S](?:\p{M}|\p{Emoji_Modifier}|\u200d\P{M})*/gu;

/** Wide letters, ligatures and the like print as the plain letters that they stand for. */
const prints = (character: string): boolean =>
  unseen.test(character) || printable.test(character) || printable.test(character.normalize("NFKC"));

/**
 * Returns the letters and signs of a text that the report cannot print, each once: scripts beyond Latin, Greek and
 * Cyrillic, letters with a mark that no font has, emoji. Empty when all can be printed.
 */
export function unprintable(text: string): string[] {
  const signs: readonly string[] = text.normalize("NFC").match(sign) ?? [];
  return [...new Set(signs.filter((one) => ![...one].every(prints)))];
}

/** Named in a message, so that it stays a sentence. */
const mostNamed = 3;

/** Returns what a visitor should do about the letters that cannot be printed, or null when all can be. */
export function unprintableMessage(text: string): string | null {
  const signs = unprintable(text);
  if (signs.length === 0) return null;
  const named = signs.slice(0, mostNamed).map((one) => `“${one}”`);
  const more = signs.length > mostNamed ? [`${signs.length - mostNamed} more`] : [];
  const all = [...named, ...more];
  const list = all.length === 1 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
  const it = signs.length === 1 ? "it" : "them";
  return `The report cannot print ${list}. Replace ${it} or leave ${it} out: Latin, Greek and Cyrillic letters can be printed, with most accents.`;
}
