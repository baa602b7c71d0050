/**
 * The link that stops follow-ups or chooses between them. It names a mailbox by its keyed hash and opens nothing else.
 * Signed with a key that is never replaced and without an end: it stands in mails that people keep for years.
 */
import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "#functions/secrets.ts";

const hashBytes = 32;
const signatureBytes = 16;

function signature(choiceKey: string, addressHash: string): Buffer {
  return Buffer.from(keyedHash(choiceKey, addressHash), "base64url").subarray(0, signatureBytes);
}

/** Returns the token of a mailbox: 64 letters, digits, - and _. */
export function choiceTokenFor(choiceKey: string, addressHash: string): string {
  const hash = Buffer.from(addressHash, "base64url");
  return Buffer.concat([hash, signature(choiceKey, addressHash)]).toString("base64url");
}

/** Returns the hash of the mailbox, or null for any other text. */
export function openChoiceToken(choiceKey: string, token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== hashBytes + signatureBytes || bytes.toString("base64url") !== token) return null;
  const addressHash = bytes.subarray(0, hashBytes).toString("base64url");
  return timingSafeEqual(bytes.subarray(hashBytes), signature(choiceKey, addressHash)) ? addressHash : null;
}

/** Returns the path of the page to choose on; with "/stop" behind it, of the one that stops all. */
export function choicePath(choiceKey: string, addressHash: string): string {
  return `/r/mail/${choiceTokenFor(choiceKey, addressHash)}`;
}
