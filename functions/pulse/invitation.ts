/**
 * An invitation: which pulse, and a share of the key that opens its answers. It is handed out once and kept nowhere;
 * the table knows its hash, until it was used.
 */
import { createHash } from "node:crypto";

export interface Invitation {
  pulseId: string;
  wave: number;
  share: Uint8Array;
}

const idLength = 16;
const shareLength = 33;
const checkLength = 4;
const length = idLength + 1 + shareLength + checkLength;

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/** Returns an invitation as the end of a link. */
export function encodeInvitation({ pulseId, wave, share }: Invitation): string {
  const id = Buffer.from(pulseId.replaceAll("-", ""), "hex");
  const bytes = Buffer.concat([id, Uint8Array.of(wave), share]);
  return Buffer.concat([bytes, digest(bytes).subarray(0, checkLength)]).toString("base64url");
}

/** Returns what an invitation says, or null for a text that is none: a letter lost in copying is found. */
export function decodeInvitation(text: string): Invitation | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== length || bytes.toString("base64url") !== text) return null;
  const said = bytes.subarray(0, -checkLength);
  if (!digest(said).subarray(0, checkLength).equals(bytes.subarray(-checkLength))) return null;
  const pulseId = said
    .toString("hex", 0, idLength)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { pulseId, wave: said[idLength] ?? 0, share: Uint8Array.from(said.subarray(idLength + 1)) };
}

/** Returns how the table knows an invitation: nobody gets from it to the link. */
export function invitationHash(invitation: Invitation): string {
  return digest(Buffer.from(encodeInvitation(invitation))).toString("base64url");
}
