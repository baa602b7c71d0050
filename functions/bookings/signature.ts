import { createHmac, timingSafeEqual } from "node:crypto";

/** Returns whether a hexadecimal signature is the HMAC-SHA256 of a text. */
export function isHmacOf(text: string, secret: string, signature: string): boolean {
  const expected = createHmac("sha256", secret).update(text).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
