import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import subsetFont from "subset-font";

/** The three faces of the brand: what a first view costs. */
const faces = {
  "b612-400": "@fontsource/b612/files/b612-latin-400-normal.woff2",
  "b612-700": "@fontsource/b612/files/b612-latin-700-normal.woff2",
  "source-serif-400": "@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2",
} as const;

const span = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join("");

/** What pages in English are made of: ASCII, and the signs that our copy and drawings use. */
export const firstViewCharacters = `${span(0x20, 0x7e)}\u00a0§·×÷½¾–—‘’“”•…€→←≤≥−`;

/** Accents and the like, as in a visitor's organization: a file of its own, loaded where one appears. */
export const otherCharacters = [...span(0xa1, 0xff), ..."ŒœŸƒˆ˜‚„†‡‰‹›™"]
  .filter((character) => !firstViewCharacters.includes(character))
  .join("");

/** Spacing, joined letters and figures in columns; swashes and small capitals are never asked for. */
const features = ["kern", "liga", "ccmp", "mark", "locl", "lnum", "tnum"];

async function write(folder: string, name: string, source: Buffer, characters: string): Promise<void> {
  const bytes = await subsetFont(source, characters, {
    targetFormat: "woff2",
    keepFeatures: features,
    noHinting: true,
  });
  const file = path.join(folder, `${name}.woff2`);
  // Another build may be reading it: what is right already is left alone.
  if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes);
}

/**
 * Writes each face twice: the characters of a first view, and the rest as "-more".
 * The faces come whole from @fontsource; half of them would be hints and letters no page shows.
 */
export async function subsetFonts(folder: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of Object.entries(faces)) {
    const source = readFileSync(resolve(file));
    await write(folder, name, source, firstViewCharacters);
    await write(folder, `${name}-more`, source, otherCharacters);
  }
}
