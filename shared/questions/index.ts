import type { Edition } from "#shared/edition.ts";
import { edition20261 } from "#shared/questions/2026-1/index.ts";

/** Every published edition; stored assessments name theirs, so none is ever removed. */
export const editions: readonly Edition[] = [edition20261];

/** The edition new assessments are asked. */
export const currentEdition: Edition = edition20261;

/** Raised for an edition id that was never published. */
export class UnknownEditionError extends Error {
  override name = "UnknownEditionError";

  constructor(readonly id: string) {
    super(`Unknown edition "${id}"; known: ${editions.map((edition) => edition.id).join(", ")}.`);
  }
}

/**
 * Returns the edition with this id.
 * @throws UnknownEditionError when no such edition was published
 */
export function findEdition(id: string): Edition {
  const found = editions.find((edition) => edition.id === id);
  if (!found) throw new UnknownEditionError(id);
  return found;
}
