import { createHash } from "node:crypto";
import { keyedHash } from "#functions/secrets.ts";
import type { Submission } from "#shared/submission.ts";

/** Everything that makes two submissions the same one, which is not what differs from one try to the next. */
export type SubmissionContent = Omit<Submission, "submissionId" | "proof" | "secondsTaken" | "timeZone">;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

function canonical({ edition, answers, profile, contact, consent, source }: SubmissionContent): string {
  return JSON.stringify(sorted({ edition, answers, profile, contact, consent, source }));
}

/** Returns a hash that does not depend on the order of fields. */
export function contentHash(content: SubmissionContent): string {
  return createHash("sha256").update(canonical(content)).digest("base64url");
}

/**
 * Returns the id of a submission that came without one, a UUID (version 8) made from what it says:
 * a plain form sent twice is one submission. Keyed, so that nobody can work out the id of a guess.
 */
export function derivedSubmissionId(secret: string, content: SubmissionContent): string {
  const bytes = Buffer.from(keyedHash(secret, canonical(content)), "base64url").subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
