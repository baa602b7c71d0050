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
  note: { fontSize: 8.1, lineHeight: 1.32 },
  fine: { fontSize: 7.5, lineHeight: 1.25 },
  label: { fontSize: 6.6, lineHeight: 1.26 },
  figure: { fontSize: 44, lineHeight: 1 },
} as const;

export type TypeSize = keyof typeof type;

export const hairline = 0.6;

/** No sentence is set smaller than this, and no label smaller than that, however much a page has to hold. */
export const smallestText = 7.5;
export const smallestLabel = 6.5;

/** From this scale on a section has so much room that remarks are set as text, and that it may say or show more. */
export const ample = 1.1;

/** True when a section is set so large, for want of content, that it may spread out what it holds. */
export const isAmple = (typeScale: number): boolean => typeScale >= ample;

const usedSize = (size: TypeSize, typeScale: number): TypeSize =>
  isAmple(typeScale) && (size === "fine" || size === "note") ? "body" : size;

/** Returns the size in points to set type at in a section of the given scale, never below what can be read. */
export function fontSize(size: TypeSize, typeScale: number): number {
  return Math.max(
    size === "label" ? smallestLabel : smallestText,
    type[usedSize(size, typeScale)].fontSize * typeScale,
  );
}

/** Returns the height of a line as a share of its type size: a little closer where a page has much to say. */
export function lineHeight(size: TypeSize, typeScale: number): number {
  const ordinary = type[usedSize(size, typeScale)].lineHeight;
  return typeScale < 1 ? 1 + (ordinary - 1) * 0.85 : ordinary;
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
