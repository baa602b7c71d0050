/** Answers kept on this device, so that a closed browser or a lost connection loses nothing. */
import type { FormValues } from "#shared/views/form/form-state.ts";

export interface Saved {
  values: FormValues;
  step: string;
  /** Made once, so that sending again after a lost answer is the same submission. */
  submissionId: string;
}

function keyOf(editionId: string): string {
  return `assessment-${editionId}`;
}

function isSaved(kept: unknown): kept is Saved {
  if (typeof kept !== "object" || kept === null) return false;
  const { values, step, submissionId } = kept as Partial<Record<keyof Saved, unknown>>;
  return (
    typeof step === "string" &&
    typeof submissionId === "string" &&
    typeof values === "object" &&
    values !== null &&
    Object.values(values).every((value) => typeof value === "string")
  );
}

/** Returns what was kept for an edition, or null: nothing kept, not readable, or storage is switched off. */
export function loadSaved(storage: Storage | null, editionId: string): Saved | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(editionId)) ?? "null");
    return isSaved(kept) ? kept : null;
  } catch {
    // A visitor may switch storage off, or another program may have written there: start afresh.
    return null;
  }
}

/** Keeps the answers; returns false where this device does not allow it. */
export function save(storage: Storage | null, editionId: string, saved: Saved): boolean {
  try {
    storage?.setItem(keyOf(editionId), JSON.stringify(saved));
    return storage !== null;
  } catch {
    return false;
  }
}

/** Forgets the answers. */
export function forget(storage: Storage | null, editionId: string): void {
  try {
    storage?.removeItem(keyOf(editionId));
  } catch {
    // Storage that cannot be written holds nothing of ours.
  }
}

/** Returns the storage of this device, or null where reading it alone is refused. */
export function deviceStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
