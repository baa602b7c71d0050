/** Which request meets which fault: decided by the seed and by what the request is, and by nothing else. */
import { chance, drawn } from "./chance.ts";
import { type Asked, lookForDue } from "./requests.ts";
import type { FaultSettings } from "./settings.ts";

/**
 * throttle, error, reset: not done. slow: done, answered after a while. lost: done, and the answer lost.
 * late: done, and answered when nobody listens any more. kill before, kill after: the process that asked is killed
 * before or after it was done.
 */
export type Fault = "throttle" | "error" | "reset" | "slow" | "lost" | "late" | "kill before" | "kill after";

/** Shares of requests. Those of an outage meet every try the SDK makes of its own. */
const tableShares = {
  throttle: 0.01,
  error: 0.008,
  reset: 0.008,
  slow: 0.01,
  lost: 0.008,
  late: 0.0005,
} as const;
const outageShares = { throttle: 0.003, reset: 0.002, lost: 0.003 } as const;
const mailShares = { throttle: 0.01, error: 0.02, reset: 0.01, slow: 0.02, lost: 0.03, late: 0.001 } as const;
const triesOfSdk = 3;

/** A sweep looks at every shard again and again; it would see most of the deaths. */
const sweepsShare = 1 / 30;

/** Returns the plan of one run. It counts how often each request was made, so that a repeated one may fare better. */
export function createFaultPlan({ seed, submissions, killsPerBoundary }: FaultSettings) {
  const made = new Map<string, number>();
  const killShare = Math.min(0.2, killsPerBoundary / submissions);

  return (
    { role, boundary, target }: Asked,
    service: "table" | "mail",
  ): { fault: Fault | null; nth: number } => {
    if (role === null) return { fault: null, nth: 0 };
    const request = `${boundary} ${target}`;
    const nth = made.get(request) ?? 0;
    made.set(request, nth + 1);
    const share = boundary.endsWith(lookForDue) ? killShare * sweepsShare : killShare;
    const killed = drawn({ "kill before": share, "kill after": share }, chance(seed, "kill", request, nth));
    if (killed !== null) return { fault: killed, nth };
    if (service === "mail") return { fault: drawn(mailShares, chance(seed, "mail", request, nth)), nth };
    const outage = drawn(outageShares, chance(seed, "outage", request, Math.floor(nth / triesOfSdk)));
    return { fault: outage ?? drawn(tableShares, chance(seed, "table", request, nth)), nth };
  };
}
