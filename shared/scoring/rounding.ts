import type Fraction from "fraction.js";

/** Returns the printed integer: rounded half up, once. */
export function printedInteger(value: Fraction): number {
  return value.round().valueOf();
}

/** Returns the value with exactly this many decimals, rounded half up. */
export function printedDecimals(value: Fraction, places: number): string {
  return value.round(places).valueOf().toFixed(places);
}
