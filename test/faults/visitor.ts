/** A visitor's browser: it sends the same submission until it is answered. */
import { createChallenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Submission } from "#shared/submission.ts";
import { sampleSubmission } from "../functions/sample-submissions.ts";
import { chance } from "./chance.ts";
import { secrets } from "./settings.ts";
import type { Traits } from "./traits.ts";

/** So often a request is sent and its answer never awaited. */
const impatience = 0.01;
const againAfterMs = { first: 50, most: 1_000 } as const;
const mostTries = 300;

/** A request that was answered with what no fault explains. */
export class WrongAnswer extends Error {
  override name = "WrongAnswer";
}

export interface Visitor {
  /** Sends a submission until it is accepted. @throws WrongAnswer */
  submit(traits: Traits, number: number): Promise<void>;
  /** Presses the button behind a private link. @throws WrongAnswer */
  confirm(path: string): Promise<void>;
  counts: { requests: number; repeated: number };
}

/** As the API makes it, but solved at once: what is tried here is not patience. */
async function quickProof(now: number): Promise<string> {
  const challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: 1,
    counter: 1,
    deriveKey,
    expiresAt: Math.floor(now / 1000) + 30 * 60,
    hmacSignatureSecret: secrets.challenge,
    hmacKeySignatureSecret: secrets.solution,
  });
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

function submissionOf({ id, email, followUps }: Traits): Submission {
  return sampleSubmission({
    submissionId: id,
    contact: { email, organisation: "Sample MRO" },
    consent: { followUps, benchmark: false, reportOnly: false },
  });
}

export function createVisitor(api: string, seed: number, now: () => number): Visitor {
  const counts = { requests: 0, repeated: 0 };

  async function once(path: string, init: RequestInit, giveUp: boolean): Promise<Response | null> {
    counts.requests += 1;
    const signal = AbortSignal.timeout(giveUp ? 10 : 20_000);
    try {
      const response = await fetch(`${api}${path}`, { ...init, signal, redirect: "manual" });
      const body = await response.text();
      return new Response(body === "" ? null : body, { status: response.status });
    } catch {
      return null;
    }
  }

  /** Asks until an answer comes that says more than "not now". */
  async function insist(path: string, init: RequestInit, name: string): Promise<Response> {
    for (let tried = 0; tried < mostTries; tried += 1) {
      if (tried > 0) {
        counts.repeated += 1;
        const ms = Math.min(againAfterMs.most, againAfterMs.first * tried);
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
      const response = await once(path, init, chance(seed, "impatient", name, tried) < impatience);
      if (response !== null && response.status < 500) return response;
    }
    throw new WrongAnswer(`${name} was never answered.`);
  }

  return {
    counts,
    async submit(traits, number) {
      const submission = submissionOf(traits);
      const body = JSON.stringify(
        traits.proof ? { ...submission, proof: await quickProof(now()) } : submission,
      );
      const headers = { "content-type": "application/json", "x-test-source": `source ${number % 97}` };
      const response = await insist("/api/assessments", { method: "POST", headers, body }, traits.id);
      if (response.status === 200 || response.status === 201) return;
      throw new WrongAnswer(
        `Submission ${number} was answered with ${response.status}: ${await response.text()}`,
      );
    },
    async confirm(path) {
      const response = await insist(`${path}/confirm`, { method: "POST" }, path);
      if (response.status !== 303) throw new WrongAnswer(`The button was answered with ${response.status}.`);
    },
  };
}
