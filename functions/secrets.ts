/** Everything keyed, from one secret: a key of its own for each purpose, so that none can stand in for another. */
import { createHmac } from "node:crypto";

export interface Secrets {
  token: string;
  address: string;
  source: string;
  submission: string;
  challenge: string;
  solution: string;
}

/** Returns the keyed hash of a text, 43 characters of base64url. */
export function keyedHash(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}

/** Returns the keys derived from the one secret of the deployment. */
export function deriveSecrets(secret: string): Secrets {
  const derive = (purpose: keyof Secrets) => keyedHash(secret, `readiness-funnel:${purpose}`);
  return {
    token: derive("token"),
    address: derive("address"),
    source: derive("source"),
    submission: derive("submission"),
    challenge: derive("challenge"),
    solution: derive("solution"),
  };
}
