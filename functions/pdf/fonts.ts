import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import { isShapingFont, shapeByWords } from "#functions/pdf/shape-words.ts";
import { sfntFromWoff } from "#functions/pdf/woff.ts";

/** Subsets of Source Serif 4 in the order they are tried for a character. */
const serifSubsets = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"] as const;
export type SerifSubset = (typeof serifSubsets)[number];

/** What a piece of text is for; it decides family, weight and slant. */
export type Voice = "text" | "strong" | "italic" | "label" | "heading";

interface Cut {
  weight: 400 | 600 | 700;
  style: "normal" | "italic";
}

const serifCuts: readonly Cut[] = [
  { weight: 400, style: "normal" },
  { weight: 600, style: "normal" },
  { weight: 400, style: "italic" },
];
const sansCuts: readonly Cut[] = [
  { weight: 400, style: "normal" },
  { weight: 700, style: "normal" },
];

const modulePath = (family: string, subset: string, cut: Cut) =>
  `@fontsource/${family}/files/${family}-${subset}-${cut.weight}-${cut.style}.woff`;

/**
 * Every font file that a render may open, as module paths. A bundle needs these beside it in node_modules:
 * then the same module resolution finds them in the source tree and in the bundle.
 */
export const fontModules: readonly string[] = [
  ...sansCuts.map((cut) => modulePath("b612", "latin", cut)),
  ...serifSubsets.flatMap((subset) => serifCuts.map((cut) => modulePath("source-serif-4", subset, cut))),
];

export const sansFamily = "B612";
export const serifFamily = (subset: SerifSubset) => `Source Serif 4 ${subset}`;

/** The characters of each family loaded so far, read from the font files themselves. */
export interface FontCoverage {
  sans: ReadonlySet<number>;
  serif: ReadonlyMap<SerifSubset, ReadonlySet<number>>;
}

/** No hyphenation: a hyphen would be set in the font of the character before it, and most subsets have none. */
const wholeWord = (word: string) => [word];

const moduleResolver = createRequire(import.meta.url);

async function registerCut(family: string, module: string, cut: Cut): Promise<ReadonlySet<number>> {
  const font = sfntFromWoff(await readFile(moduleResolver.resolve(module)));
  const descriptor = { fontFamily: family, fontWeight: cut.weight, fontStyle: cut.style };
  const src = `data:font/ttf;base64,${font.toString("base64")}`;
  Font.register({ family, src, fontWeight: cut.weight, fontStyle: cut.style });
  await Font.load(descriptor);
  const data = Font.getFont(descriptor)?.data;
  if (!data || !isShapingFont(data)) throw new Error(`the font ${module} could not be read`);
  // Subsets of one typeface share a PostScript name, and pdfkit embeds a font anew at every change
  // between two of the same name: a name with letters beyond Latin-1 would triple the file.
  const postscriptName = `${family} ${cut.weight} ${cut.style}`.replaceAll(" ", "-");
  Object.defineProperty(data, "postscriptName", { value: postscriptName });
  // fontkit looks this up in the font's tables anew each time, and layout asks for it with every run.
  Object.defineProperty(data, "unitsPerEm", { value: data.unitsPerEm });
  const characters = new Set(data.characterSet);
  // Layout asks for it with every letter.
  Object.defineProperty(data, "hasGlyphForCodePoint", { value: (code: number) => characters.has(code) });
  shapeByWords(data);
  return characters;
}

async function registerFamily(
  family: string,
  cuts: readonly Cut[],
  path: (cut: Cut) => string,
): Promise<ReadonlySet<number>> {
  const [characters] = await Promise.all(cuts.map((cut) => registerCut(family, path(cut), cut)));
  return characters ?? new Set();
}

const loaded = new Map<string, Promise<ReadonlySet<number>>>();

function loadSans(): Promise<ReadonlySet<number>> {
  const loading =
    loaded.get(sansFamily) ?? registerFamily(sansFamily, sansCuts, (cut) => modulePath("b612", "latin", cut));
  loaded.set(sansFamily, loading);
  return loading;
}

function loadSerif(subset: SerifSubset): Promise<ReadonlySet<number>> {
  const family = serifFamily(subset);
  const path = (cut: Cut) => modulePath("source-serif-4", subset, cut);
  const loading = loaded.get(family) ?? registerFamily(family, serifCuts, path);
  loaded.set(family, loading);
  return loading;
}

/**
 * Registers the fonts that the text needs, each once in a process, and returns which characters they hold.
 * Subsets are tried in order until every character is covered, so that a report in plain Latin opens two families.
 * @throws Error when a font file is missing beside the code
 */
export async function loadFonts(text: string): Promise<FontCoverage> {
  Font.registerHyphenationCallback(wholeWord);
  const sans = await loadSans();
  const open = new Set(Array.from(new Set(text), (character) => character.codePointAt(0) ?? 0));
  const serif = new Map<SerifSubset, ReadonlySet<number>>();
  for (const code of sans) open.delete(code);
  for (const subset of serifSubsets) {
    if (subset !== "latin" && open.size === 0) break;
    const characters = await loadSerif(subset);
    serif.set(subset, characters);
    for (const code of characters) open.delete(code);
  }
  return { sans, serif };
}
