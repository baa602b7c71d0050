import { type LookupAllOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { PostError } from "#functions/webhooks/post-error.ts";

interface Found {
  address: string;
  family: number;
}

/** Finds every address of a name. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: Error | null, addresses: Found[]) => void,
) => void;

/**
 * Returns a lookup that hands over addresses only after checking every one the name has. The connection is made
 * to what was checked: a name that answers differently the second time is not asked a second time.
 */
export function guardedLookup(
  isAllowed: (address: string) => boolean,
  resolve: Resolve = lookup,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) callback(new PostError("not-resolved"), "");
      else if (!addresses.every(({ address }) => isAllowed(address)))
        callback(new PostError("address-not-public"), "");
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
