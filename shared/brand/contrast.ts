import type { BrandColors, ColorScheme } from "#shared/brand/colors.ts";

function channel(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16)));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Returns the WCAG 2.2 contrast ratio of two #rrggbb colors, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

type Pair = readonly [keyof ColorScheme, keyof ColorScheme, number];

/** 4.5 for text, 3 for control borders and meaningful graphics (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: readonly Pair[] = [
  ["ink", "paper", 4.5],
  ["ink", "panel", 4.5],
  ["muted", "paper", 4.5],
  ["muted", "panel", 4.5],
  ["accent", "paper", 4.5],
  ["accent", "panel", 4.5],
  ["onAccent", "accent", 4.5],
  ["caution", "paper", 4.5],
  ["caution", "panel", 4.5],
  ["danger", "paper", 4.5],
  ["danger", "panel", 4.5],
  ["good", "paper", 4.5],
  ["good", "panel", 4.5],
  ["edge", "paper", 3],
  ["edge", "panel", 3],
];

/** Returns a message for every pair of brand colors that falls under WCAG AA, naming the pair; empty when none does. */
export function contrastProblems(colors: BrandColors): string[] {
  return (["light", "dark"] as const).flatMap((scheme) =>
    pairs.flatMap(([front, back, least]) => {
      const ratio = contrastRatio(colors[scheme][front], colors[scheme][back]);
      if (ratio >= least) return [];
      return `${scheme}.${front} on ${scheme}.${back} has contrast ${ratio.toFixed(2)}, needs ${least}`;
    }),
  );
}
