/** Chance that can be replayed: the same seed and the same thing always draw the same. */

/** Returns a number from 0 up to 1 that depends on nothing but what is given. */
export function chance(...given: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of given.join("\u0000")) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // Neighboring texts must not draw neighboring numbers.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Returns the name drawn from shares between 0 and 1, or null for the rest. */
export function drawn<Name extends string>(
  shares: Readonly<Record<Name, number>>,
  draw: number,
): Name | null {
  let end = 0;
  for (const name in shares) {
    end += shares[name];
    if (draw < end) return name;
  }
  return null;
}

/** Returns a UUID made of chance alone. */
export function drawnUuid(...given: readonly (string | number)[]): string {
  const hex = Array.from({ length: 32 }, (_, digit) => Math.floor(chance(...given, digit) * 16).toString(16));
  hex[12] = "4";
  hex[16] = "89ab"[Math.floor(chance(...given, "variant") * 4)] ?? "8";
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
