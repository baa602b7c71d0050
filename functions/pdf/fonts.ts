import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";

/** Subsets of Source Serif 4 in the order they are tried for a character. */
const serifSubsets = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"] as const;
export type SerifSubset = (typeof serifSubsets)[number];

/** What a piece of text is for; it decides family, weight and slant. */
export type Voice = "text" | "strong" | "italic" | "label" | "heading";

type Cut = { weight: 400 | 600 | 700; style: "normal" | "italic" };
const serifCuts: readonly Cut[] = [
  { weight: 400, style: "normal" },
  { weight: 600, style: "normal" },
  { weight: 400, style: "italic" },
];
const sansCuts: readonly Cut[] = [
  { weight: 400, style: "normal" },
  { weight: 700, style: "normal" },
];

/** WOFF, not WOFF2: fontkit cannot subset WOFF2 outlines reliably and then embeds whole tables. */
const fileName = (family: string, subset: string, cut: Cut) =>
  `${family}-${subset}-${cut.weight}-${cut.style}.woff`;

/**
 * Every font file that a render may open, as module paths. A bundle needs these beside it in node_modules;
 * then the same module resolution finds them in the source tree and in the bundle.
 */
export const fontModules: readonly string[] = [
  ...sansCuts.map((cut) => `@fontsource/b612/files/${fileName("b612", "latin", cut)}`),
  ...serifSubsets.flatMap((subset) =>
    serifCuts.map((cut) => `@fontsource/source-serif-4/files/${fileName("source-serif-4", subset, cut)}`),
  ),
];

export const sansFamily = "B612";
export const serifFamily = (subset: SerifSubset) => `Source Serif 4 ${subset}`;

const moduleResolver = createRequire(import.meta.url);

function register(): void {
  const source = (module: string) => moduleResolver.resolve(module);
  for (const cut of sansCuts)
    Font.register({
      family: sansFamily,
      src: source(`@fontsource/b612/files/${fileName("b612", "latin", cut)}`),
      fontWeight: cut.weight,
      fontStyle: cut.style,
    });
  for (const subset of serifSubsets)
    for (const cut of serifCuts)
      Font.register({
        family: serifFamily(subset),
        src: source(`@fontsource/source-serif-4/files/${fileName("source-serif-4", subset, cut)}`),
        fontWeight: cut.weight,
        fontStyle: cut.style,
      });
  Font.registerHyphenationCallback(breakOnlyEndlessWords);
}

/** No hyphenation, except that a word longer than any column may break, so that nothing leaves the page. */
function breakOnlyEndlessWords(word: string): string[] {
  const longest = 24;
  if (word.length <= longest) return [word];
  return word.match(/.{1,12}/gu) ?? [word];
}

/** The characters of each family, read from the font files themselves. */
export interface FontCoverage {
  sans: ReadonlySet<number>;
  serif: ReadonlyMap<SerifSubset, ReadonlySet<number>>;
}

async function charactersOf(fontFamily: string, cuts: readonly Cut[]): Promise<ReadonlySet<number>> {
  let characters: ReadonlySet<number> | undefined;
  for (const cut of cuts) {
    const descriptor = { fontFamily, fontWeight: cut.weight, fontStyle: cut.style };
    await Font.load(descriptor);
    const data = Font.getFont(descriptor)?.data;
    if (!data) throw new Error(`font ${fontFamily} could not be read`);
    // Subsets of one typeface share a PostScript name, and pdfkit embeds a font anew at every change
    // between two of the same name: a name with letters beyond Latin-1 would triple the file.
    const name = `${fontFamily} ${cut.weight} ${cut.style}`.replaceAll(" ", "-");
    Object.defineProperty(data, "postscriptName", { value: name });
    characters ??= new Set(data.characterSet);
  }
  return characters ?? new Set();
}

async function load(): Promise<FontCoverage> {
  register();
  const serif = new Map<SerifSubset, ReadonlySet<number>>();
  for (const subset of serifSubsets) serif.set(subset, await charactersOf(serifFamily(subset), serifCuts));
  return { sans: await charactersOf(sansFamily, sansCuts), serif };
}

let coverage: Promise<FontCoverage> | undefined;

/**
 * Registers the fonts once in a process and returns which characters they hold.
 * @throws Error when a font file is missing beside the code
 */
export function loadFonts(): Promise<FontCoverage> {
  coverage ??= load();
  return coverage;
}
