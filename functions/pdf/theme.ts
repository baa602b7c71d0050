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
}

export const margin = { top: 54, bottom: 46, side: 50 } as const;

export const space = { hair: 2, tight: 4, small: 8, medium: 14, large: 24, huge: 40 } as const;

export const type = {
  display: { fontSize: 30, lineHeight: 1.16 },
  title: { fontSize: 18.5, lineHeight: 1.22 },
  lead: { fontSize: 12.5, lineHeight: 1.45 },
  subtitle: { fontSize: 9.5, lineHeight: 1.3 },
  body: { fontSize: 9.3, lineHeight: 1.38 },
  note: { fontSize: 8.1, lineHeight: 1.32 },
  fine: { fontSize: 7.5, lineHeight: 1.25 },
  label: { fontSize: 6.4, lineHeight: 1.26 },
  figure: { fontSize: 44, lineHeight: 1 },
} as const;

export type TypeSize = keyof typeof type;

export const hairline = 0.6;

/** Returns the sheet that readers of a region print on: US Letter in the US, A4 elsewhere. */
export function sheetFor(region: Region): Sheet {
  const [size, width, height] =
    region === "us" ? (["LETTER", 612, 792] as const) : (["A4", 595.28, 841.89] as const);
  return {
    size,
    width,
    height,
    measure: width - 2 * margin.side,
    depth: height - margin.top - margin.bottom,
  };
}
