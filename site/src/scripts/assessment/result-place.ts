/** The place of the result on the page: what is said while its code loads, and when it does not come. */
import { find } from "../markup.ts";
import type { Desk } from "./desk.ts";
import { arrive } from "./step-view.ts";

const resultStep = () => import("./result-step.tsx");

/** Said as "working out" only when it takes long enough to be noticed, in milliseconds. */
const noticeable = 150;

type Part = "loading" | "failed" | "view";

function show(desk: Desk, part: Part, focus: boolean): void {
  const place = find(desk.root, "[data-result-place]");
  for (const other of ["loading", "failed", "view"] as const)
    find(place, `[data-result-${other}]`).hidden = other !== part;
  find(place, "[data-offline-hint]").hidden = navigator.onLine;
  desk.root.dataset.resultPart = part;
  arrive(desk, find(place, `[data-result-${part}] :is(h1, h2)`), null, focus);
}

/** Loads what the result needs, while the visitor is still answering; a failure shows when it is needed. */
export function prepareResult(): void {
  resultStep().catch(() => undefined);
}

/** Works the result out and shows it; says so when that takes time, or cannot be done. */
export async function showResult(desk: Desk, focus: boolean): Promise<void> {
  const isShown = () => desk.step === "result";
  const slow = setTimeout(() => isShown() && show(desk, "loading", focus), noticeable);
  try {
    const { fillResult } = await resultStep();
    fillResult(desk, find(desk.root, "[data-result-view]"));
    // The visitor may have turned back meanwhile.
    if (isShown()) show(desk, "view", focus);
  } catch {
    if (isShown()) show(desk, "failed", focus);
  } finally {
    clearTimeout(slow);
  }
}

/**
 * Tries again. A browser remembers that code could not be loaded for as long as the page is open,
 * so the page is opened anew; where this device keeps no answers, that would lose them.
 */
export function retryResult(desk: Desk): Promise<void> | void {
  if (desk.kept && navigator.onLine) return location.reload();
  return showResult(desk, true);
}
