import type { Challenge, Solution } from "altcha-lib/types";

interface Proof {
  payload: string;
  /** Milliseconds since 1970; after it the API refuses the proof. */
  expiresAt: number;
}

/** A proof this close to its end, in milliseconds, may expire on the way. */
const margin = 20_000;

let pending: Promise<Proof | null> | null = null;

async function challengeFromApi(): Promise<Challenge | null> {
  const response = await fetch("/api/challenge", { headers: { accept: "application/json" } });
  return response.ok ? ((await response.json()) as Challenge) : null;
}

function solve(challenge: Challenge): Promise<Solution | null> {
  const worker = new Worker(new URL("./proof-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Solution | null>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Solution | null>) => resolve(data);
    worker.onerror = () => resolve(null);
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}

async function makeProof(): Promise<Proof | null> {
  try {
    const challenge = await challengeFromApi();
    const solution = challenge ? await solve(challenge) : null;
    if (!challenge || !solution) return null;
    const { expiresAt } = challenge.parameters;
    return {
      payload: btoa(JSON.stringify({ challenge, solution })),
      expiresAt: expiresAt === undefined ? Number.POSITIVE_INFINITY : expiresAt * 1000,
    };
  } catch {
    // Without a proof the report is confirmed by mail first: slower for the visitor, never lost.
    return null;
  }
}

/** Starts the work while the visitor types. */
export function prepareProof(): void {
  pending ??= makeProof();
}

async function validProof(): Promise<string | null> {
  const ready = await (pending ?? makeProof());
  pending = null;
  if (ready && ready.expiresAt - margin > Date.now()) return ready.payload;
  return (await makeProof())?.payload ?? null;
}

/**
 * Returns a proof that is still valid, or null where none can be had within the given milliseconds.
 * Each proof is given out once: the API takes none twice.
 */
export function takeProof(patience: number): Promise<string | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  return Promise.race([validProof(), late]);
}
