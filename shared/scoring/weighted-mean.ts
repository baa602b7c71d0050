import Fraction from "fraction.js";

export interface Weighted {
  value: number;
  weight: number;
}

export function totalWeight(items: readonly { weight: number }[]): number {
  return items.reduce((sum, item) => sum + item.weight, 0);
}

/** Returns the exact weighted mean of integers, or null when nothing carries weight. */
export function weightedMean(items: readonly Weighted[]): Fraction | null {
  const weight = totalWeight(items);
  if (weight === 0) return null;
  return new Fraction(
    items.reduce((sum, item) => sum + item.value * item.weight, 0),
    weight,
  );
}

export function lowerOf(a: Fraction, b: Fraction): Fraction {
  return a.lte(b) ? a : b;
}

export function higherOf(a: Fraction, b: Fraction): Fraction {
  return a.gte(b) ? a : b;
}
