/** Proof of work (ALTCHA): a program that posts thousands of forms pays for each, a visitor waits a second once. */
import { createHash, randomInt } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { ApiProblem } from "#functions/api/problem.ts";
import type { Secrets, SigningKeys } from "#functions/secrets.ts";
import { spendChallenge } from "#functions/store/challenges.ts";
import { readErasure } from "#functions/store/erasures.ts";
import type { Table } from "#functions/store/table.ts";

/** About a million iterations in all, one to two seconds on a phone. */
export const defaultProofCost = 1_000;
const tries = { least: 500, most: 1_500 };
const lifetimeSeconds = 30 * 60;

/** Returns a new challenge; nothing is stored until a solution comes back. */
export function newChallenge(secrets: Secrets, cost: number, now: Date): Promise<Challenge> {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost,
    counter: randomInt(tries.least, tries.most),
    deriveKey,
    expiresAt: Math.floor(now.getTime() / 1000) + lifetimeSeconds,
    hmacSignatureSecret: secrets.challenge,
    hmacKeySignatureSecret: secrets.solution,
  });
}

const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal("PBKDF2/SHA-256"),
      nonce: z.string(),
      salt: z.string(),
      cost: z.int(),
      keyLength: z.int(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.int(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int(), derivedKey: z.string(), time: z.number().optional() }),
});
type Payload = z.infer<typeof payloadSchema>;

function refused(): ApiProblem {
  const message = "The proof of work is wrong, used or too old. Get a new challenge and send again.";
  return new ApiProblem(422, "Unprocessable Content", message, {
    errors: [{ pointer: "/proof", field: "proof", message }],
  });
}

function parsePayload(proof: string): Payload {
  try {
    return payloadSchema.parse(JSON.parse(Buffer.from(proof, "base64").toString("utf8")));
  } catch {
    throw refused();
  }
}

/** A solution that holds, whose challenge is not yet marked as used. */
export interface CheckedProof {
  challengeId: string;
  /** Seconds since 1970. */
  issuedAt: number;
  expiresAt: number;
}

async function holds({ challenge, solution }: Payload, keys: SigningKeys): Promise<boolean> {
  const { verified } = await verifySolution({
    challenge,
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
    deriveKey,
    hmacSignatureSecret: keys.challenge,
    hmacKeySignatureSecret: keys.solution,
  });
  return verified;
}

/**
 * Returns the proof once it is known to hold.
 * @param proof base64 of {"challenge", "solution"}, as the ALTCHA widget sends it
 * @throws ApiProblem 422
 */
export async function checkProof(secrets: Secrets, proof: string): Promise<CheckedProof> {
  const payload = parsePayload(proof);
  const { previous } = secrets;
  if (!(await holds(payload, secrets)) && !(previous !== null && (await holds(payload, previous))))
    throw refused();
  const { signature, parameters } = payload.challenge;
  return {
    challengeId: createHash("sha256").update(signature).digest("base64url"),
    issuedAt: parameters.expiresAt - lifetimeSeconds,
    expiresAt: parameters.expiresAt,
  };
}

/**
 * Spends the challenge behind a proof on one submission.
 * @throws ApiProblem 422 when another submission has spent it, or this one before it was erased
 */
export async function spendProof(table: Table, proof: CheckedProof, submissionId: string): Promise<void> {
  // A minute longer than the challenge lives, so that a clock running late opens no gap.
  const spent = await spendChallenge(table, proof.challengeId, submissionId, proof.expiresAt + 60);
  if (spent === "taken") throw refused();
  // Deleted and sent again, a submission would spend one proof as often as it likes.
  if (spent === "again" && (await readErasure(table, submissionId)) !== null) throw refused();
}
