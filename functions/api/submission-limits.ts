/** How often something that leads to a mail may be asked for, by network source and by address. */
import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { ApiProblem } from "#functions/api/problem.ts";
import { networkOf } from "#functions/api/request-source.ts";
import { submissionsPerAddressPerDay } from "#functions/api/suspicion.ts";
import { keyedHash } from "#functions/secrets.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { countAgainstLimit, dayMs } from "#functions/store/limits.ts";

/**
 * Counts one more for a network source.
 * @throws ApiProblem 429 beyond the limit of an hour
 */
export async function countSource({ table, secrets, ...dependencies }: ApiDependencies, source: string) {
  const hash = keyedHash(secrets.source, networkOf(source));
  const limit = dependencies.submissionsPerSourcePerHour;
  const wait = await countAgainstLimit(table, hash, limit, dependencies.now());
  if (wait !== null)
    throw new ApiProblem(
      429,
      "Too Many Requests",
      "Too many submissions came from your network. Nothing you entered is lost: send it again later.",
      { retryAfterSeconds: wait },
    );
}

/** Counts one more for an address; returns the seconds to wait where it was named too often today, or null. */
export function countAddress(
  { table, secrets, now }: ApiDependencies,
  email: string,
): Promise<number | null> {
  const name = `address-${addressKey(secrets.address, email)}`;
  return countAgainstLimit(table, name, submissionsPerAddressPerDay, now(), dayMs);
}
