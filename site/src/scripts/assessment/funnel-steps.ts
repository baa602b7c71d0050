/** Counts how far visitors come: each step once while the page is open, the start at the first answer. */
import { countEvent } from "../funnel-events.ts";
import type { StepId } from "./steps.ts";

const reached = new Set<StepId>();
let started = false;

/** Counts the first answer. */
export function countStart(): void {
  if (started) return;
  started = true;
  countEvent("start");
}

/** Says that this visitor had started before, on this or another device: counted there. */
export function skipStart(): void {
  started = true;
}

/** Counts a step the first time it is shown. */
export function countStep(step: StepId): void {
  if (reached.has(step)) return;
  reached.add(step);
  countEvent("step", { step });
}
