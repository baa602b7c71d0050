/** Numbers that look drawn at random and are the same each time. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  share(): number;
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
  oneOf<Value>(values: readonly Value[]): Value;
}

/** Returns the chance of a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = (seed + 1) * 0x9e3779b1;
  function share(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (limit: number) => Math.floor(share() * limit);
  return {
    share,
    below,
    oneOf(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError("There is nothing to choose from.");
      return value;
    },
  };
}
