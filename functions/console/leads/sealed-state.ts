import { z } from "zod";
import type { ConsoleDependencies } from "#functions/console/dependencies.ts";
import { createSeal, type Seal } from "#functions/console/sealed.ts";
import type { Reading } from "#functions/store/lead-keys.ts";

const readingSchema = z.object({ from: z.string().nullable(), towards: z.enum(["older", "newer"]) });

export interface ListSeals {
  /** What somebody looked for. */
  search: Seal<string>;
  /** Where in the list they are. */
  place: Seal<Reading>;
}

/** A day: an address kept longer shows the list from its beginning. */
const lifetimeSeconds = 86_400;

/** Returns the seals of one session: an address copied from it opens nothing in another. */
export function listSeals({ consoleSecrets, now }: ConsoleDependencies, sessionHash: string): ListSeals {
  const common = { key: consoleSecrets.sealing, lifetimeSeconds, now };
  return {
    search: createSeal({ ...common, purpose: `search ${sessionHash}`, schema: z.string().max(200) }),
    place: createSeal({ ...common, purpose: `place ${sessionHash}`, schema: readingSchema }),
  };
}
