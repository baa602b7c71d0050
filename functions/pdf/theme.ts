import type { Region } from "#shared/edition.ts";

/** All lengths are points, 1/72 inch. */
export interface Sheet {
  size: "LETTER" | "A4";
  width: number;
  height: number;
  /** Width between the margins. */
  measure: number;
  /** Height between running header and footer. */
  depth: number;
  margin: Margins;
}

export interface Margins {
  top: number;
  bottom: number;
  side: number;
}

export const margin: Margins = { top: 54, bottom: 46, side: 50 };

/** Around pages that have much to say: their room comes from the edge before it comes from the type. */
const narrowMargin: Margins = { top: 44, bottom: 38, side: 36 };

export const space = { hair: 2, tight: 4, small: 8, medium: 14, large: 24, huge: 40 } as const;

export const type = {
  display: { fontSize: 30, lineHeight: 1.16 },
  title: { fontSize: 18.5, lineHeight: 1.22 },
  lead: { fontSize: 12.5, lineHeight: 1.45 },
  subtitle: { fontSize: 9.5, lineHeight: 1.3 },
  body: { fontSize: 9.3, lineHeight: 1.38 },
  note: { fontSize: 8.3, lineHeight: 1.32 },
  fine: { fontSize: 7.8, lineHeight: 1.27 },
  label: { fontSize: 7, lineHeight: 1.24 },
  figure: { fontSize: 44, lineHeight: 1 },
} as const;

export type TypeSize = keyof typeof type;

export const hairline = 0.6;

/**
 * No sentence is set smaller than this, and no label smaller than that, however much a page has to hold. Labels are
 * set in B612, drawn for cockpit displays: at 7 points its small letters are as tall as the serif's at 8.
 */
export const smallestText = 7.5;
export const smallestLabel = 7;

/** Scales below this are for pages with much to say: their margins are narrow and their lines close. */
const denseBelow = 0.96;
export const isDense = (typeScale: number): boolean => typeScale < denseBelow;

/** Returns the size in points to set type at in a section of the given scale, never below what can be read. */
export function fontSize(size: TypeSize, typeScale: number): number {
  return Math.max(size === "label" ? smallestLabel : smallestText, type[size].fontSize * typeScale);
}

/** Returns the height of a line as a share of its type size: a little closer where a page has much to say. */
export function lineHeight(size: TypeSize, typeScale: number): number {
  const ordinary = type[size].lineHeight;
  return isDense(typeScale) ? 1 + (ordinary - 1) * 0.78 : ordinary;
}

/**
 * Returns the sheet that readers of a region print on: US Letter in the US, A4 elsewhere.
 * @param dense with narrow margins
 */
export function sheetFor(region: Region, dense: boolean): Sheet {
  const [size, width, height] =
    region === "us" ? (["LETTER", 612, 792] as const) : (["A4", 595.28, 841.89] as const);
  const around = dense ? narrowMargin : margin;
  return {
    size,
    width,
    height,
    measure: width - 2 * around.side,
    depth: height - around.top - around.bottom,
    margin: around,
  };
}
