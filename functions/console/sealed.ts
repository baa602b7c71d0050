/** Values that travel through the browser unread: encrypted, for one purpose, for a while. */
import { EncryptJWT, jwtDecrypt } from "jose";
import type { z } from "zod";

export interface Seal<Value> {
  seal(value: Value): Promise<string>;
  /** Returns the value, or null for anything that was not sealed here for this purpose, or too long ago. */
  open(sealed: string): Promise<Value | null>;
}

interface SealOptions<Value> {
  /** 256 bits, base64url. */
  key: string;
  purpose: string;
  schema: z.ZodType<Value>;
  lifetimeSeconds: number;
  now: () => Date;
}

/** Returns how to seal and open values of one kind. */
export function createSeal<Value>(options: SealOptions<Value>): Seal<Value> {
  const { purpose, schema, lifetimeSeconds, now } = options;
  const key = Buffer.from(options.key, "base64url");
  return {
    seal: (value) =>
      new EncryptJWT({ value })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setAudience(purpose)
        .setExpirationTime(Math.floor(now().getTime() / 1000) + lifetimeSeconds)
        .encrypt(key),
    async open(sealed) {
      try {
        const { payload } = await jwtDecrypt(sealed, key, { audience: purpose, currentDate: now() });
        return schema.parse(payload.value);
      } catch {
        // Whatever is wrong with it, it opens nothing.
        return null;
      }
    },
  };
}
