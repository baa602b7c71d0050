import { z } from "zod";

const text = z.string().min(32);
const secretSchema = z.object({ first: text, current: text.optional(), previous: text.optional() });

/** What a replaceable secret holds (infra/aws/funnel-secrets.ts). */
export type SecretVersion = z.infer<typeof secretSchema>;

/**
 * Returns the next version of a replaceable secret: the fresh one in force, the one until now still valid.
 * @throws z.ZodError for a secret that is none of ours
 */
export function nextVersion(stored: string, fresh: string): Required<SecretVersion> {
  const { first, current = first } = secretSchema.parse(JSON.parse(stored));
  return { first, current: text.parse(fresh), previous: current };
}
