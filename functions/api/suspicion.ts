/** What makes a submission look like a program's. It is kept all the same: see functions/store/held-steps.ts. */
import type { Suspicion } from "#functions/store/assessment-item.ts";

/** A field that people never see: programs fill it in. */
export const trapField = "website";

/**
 * Fewer seconds than anybody needs for the shortest way through the form; people take minutes. Well below that, since
 * a browser driven by a test, or by a person's helper, is no spammer: what fills in a page at once is caught.
 */
export const shortestSeconds = 1;

/** An address named more often in a UTC day is somebody's target, or somebody's test. */
export const submissionsPerAddressPerDay = 20;

export interface Signals {
  /** The hidden field was filled in. */
  trapped: boolean;
  /** What the client says; left out by the plain form and by programs that honestly use the API. */
  secondsTaken: number | undefined;
  /** Seconds since the challenge behind the proof was handed out; null without a proof. */
  proofAge: number | null;
  /** Too many submissions name this address today. */
  manyForAddress: boolean;
}

/**
 * Returns why a submission is held, or null. Time speaks against a client only by its own words: a young challenge says
 * nothing, since a visitor who comes back finds everything filled in, and an old one clears a clock that jumped.
 */
export function suspicionOf({ trapped, secondsTaken, proofAge, manyForAddress }: Signals): Suspicion | null {
  if (trapped) return "trap";
  if (secondsTaken !== undefined && secondsTaken < shortestSeconds && (proofAge ?? 0) < shortestSeconds)
    return "too-fast";
  return manyForAddress ? "many-for-address" : null;
}
