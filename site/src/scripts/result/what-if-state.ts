/** What is ticked, in the part of the address that no server sees. */
import { type Step, steps } from "#shared/edition.ts";

export interface WhatIfState {
  /** Recommendation ids taken as done. */
  done: readonly string[];
  /** Days after which to look. */
  after: Step;
}

/** True for an address that holds a state, whatever is in it. */
export function holdsState(hash: string): boolean {
  return new URLSearchParams(hash.slice(1)).has("done");
}

/** Returns the state an address holds; ids that are not offered are left out. */
export function stateInAddress(hash: string, offered: readonly string[]): WhatIfState {
  const parameters = new URLSearchParams(hash.slice(1));
  const done = parameters.get("done")?.split(".") ?? [];
  const after = steps.find((step) => String(step) === parameters.get("after"));
  return { done: offered.filter((id) => done.includes(id)), after: after ?? 90 };
}

/** Returns the address part for a state; empty when nothing is ticked. */
export function addressOf({ done, after }: WhatIfState): string {
  return done.length === 0 ? "" : `#done=${done.join(".")}&after=${after}`;
}
