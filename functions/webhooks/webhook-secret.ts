import { z } from "zod";

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function isSecret(text: string): boolean {
  const encoded = text.replace(/^whsec_/, "");
  const bytes = Buffer.from(encoded, "base64").length;
  return text.startsWith("whsec_") && base64.test(encoded) && bytes >= 24 && bytes <= 64;
}

/** One secret, or the new one and the old one while receivers change over: each signs every message. */
export const webhookSecretsSchema = z
  .string()
  .transform((text) => text.trim().split(/\s+/))
  .refine(
    (secrets) => secrets.length <= 2 && secrets.every(isSecret),
    "must be whsec_ followed by 24 to 64 bytes in base64, or two of these separated by a space",
  );
