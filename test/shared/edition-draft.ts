import type { Edition } from "#shared/edition.ts";
import { checkEdition } from "#shared/edition-check.ts";
import { currentEdition } from "#shared/questions/index.ts";

/** A copy that may be written to. */
export type Draft<T> = { -readonly [Key in keyof T]: Draft<T[Key]> };

export function byId<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry {
  const found = entries.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`The edition has no ${id}.`);
  return found;
}

export function technical(draft: Draft<Edition>, id: string) {
  const question = byId(draft.questions, id);
  if (question.kind !== "technical") throw new Error(`${id} is not technical.`);
  return question;
}

/** Returns the problems of the current edition after one change to a copy. */
export function problemsAfter(change: (draft: Draft<Edition>) => void): string[] {
  // A deep copy of our own, so writing to it reaches no other test.
  const draft = structuredClone(currentEdition) as Draft<Edition>;
  change(draft);
  return checkEdition(draft);
}
