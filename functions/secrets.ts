/**
 * Everything keyed, from two secrets: a key of its own for each purpose, so that none can stand in for another.
 *
 * The signing secret is replaced when it may have leaked, or once a year: what the one before signed still opens.
 * The hash key is never replaced. A suppression is found by the hash of its address and by nothing else, so that with
 * another key we would write to people who asked us not to. It signs one kind of link, which must work for years:
 * whoever gets hold of it can choose which follow-ups a mailbox gets, opens nothing, and learns nothing without the
 * table.
 */
import { createHmac } from "node:crypto";

/** Keys of what we hand out and must recognize as ours. */
export interface SigningKeys {
  token: string;
  challenge: string;
  solution: string;
}

/** Keys of what must come out the same for as long as the table lives. */
export interface HashKeys {
  address: string;
  source: string;
  submission: string;
  /** Signs the links that stop follow-ups. */
  choice: string;
}

export interface Secrets extends SigningKeys, HashKeys {
  /** The signing keys before the present ones; null when they have never been replaced. */
  previous: SigningKeys | null;
}

/** Returns the keyed hash of a text, 43 characters of base64url. */
export function keyedHash(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}

const derive = (secret: string, purpose: string) => keyedHash(secret, `readiness-funnel:${purpose}`);

function deriveSigningKeys(secret: string): SigningKeys {
  return {
    token: derive(secret, "token"),
    challenge: derive(secret, "challenge"),
    solution: derive(secret, "solution"),
  };
}

/** Returns the keys that never change. */
export function deriveHashKeys(hashKey: string): HashKeys {
  return {
    address: derive(hashKey, "address"),
    source: derive(hashKey, "source"),
    submission: derive(hashKey, "submission"),
    choice: derive(hashKey, "choice"),
  };
}

/**
 * Returns all keys.
 * @param secret signs from now on
 * @param others.hashKey the signing secret where left out, as in an installation that has never replaced it
 * @param others.previous signed before, and still opens
 */
export function deriveSecrets(
  secret: string,
  { hashKey = secret, previous }: { hashKey?: string; previous?: string | undefined } = {},
): Secrets {
  return {
    ...deriveSigningKeys(secret),
    ...deriveHashKeys(hashKey),
    previous: previous === undefined ? null : deriveSigningKeys(previous),
  };
}
