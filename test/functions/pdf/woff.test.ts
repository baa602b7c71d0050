import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { fontModules } from "#functions/pdf/fonts.ts";
import { sfntFromWoff } from "#functions/pdf/woff.ts";

const { resolve } = createRequire(import.meta.url);

/** The OpenType sum over a table: big-endian 32-bit words, the last one padded with zeros. */
function checksum(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

describe("a font unpacked from WOFF", () => {
  it.each(fontModules)("has every table where its directory says, unharmed: %s", (module) => {
    const font = sfntFromWoff(readFileSync(resolve(module)));
    const count = font.readUInt16BE(4);
    expect(count).toBeGreaterThan(8);
    for (let index = 0; index < count; index += 1) {
      const entry = 12 + index * 16;
      const tag = font.toString("latin1", entry, entry + 4);
      const offset = font.readUInt32BE(entry + 8);
      const table = font.subarray(offset, offset + font.readUInt32BE(entry + 12));
      // The sum in head is over the whole file and left out of its own.
      if (tag !== "head") expect(checksum(Buffer.from(table))).toBe(font.readUInt32BE(entry + 4));
    }
  });

  it("is refused when the file is no WOFF", () => {
    expect(() =>
      sfntFromWoff(Buffer.from("not a font, but long enough to hold a header of 44 bytes")),
    ).toThrow(RangeError);
  });
});
