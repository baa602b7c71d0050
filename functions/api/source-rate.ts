import { ApiProblem } from "#functions/api/problem.ts";
import { networkOf } from "#functions/api/request-source.ts";

const minuteMs = 60_000;

/**
 * Returns a function that counts one more request of a source in this minute. It counts in memory, each instance of the
 * API for itself: for what is asked for often and is worth little, a limit in the table would cost more than what it
 * protects. The gateway limits all requests together, whoever sends them. No source outlives its minute.
 * The function throws ApiProblem 429 beyond the limit.
 */
export function createSourceRate(limit: number, now: () => Date): (source: string) => void {
  let minute = 0;
  let used = new Map<string, number>();
  return (source) => {
    const current = Math.floor(now().getTime() / minuteMs);
    if (current !== minute) {
      minute = current;
      used = new Map();
    }
    const network = networkOf(source);
    const uses = (used.get(network) ?? 0) + 1;
    used.set(network, uses);
    if (uses > limit)
      throw new ApiProblem(
        429,
        "Too Many Requests",
        "Too many requests came from your network. Wait a minute.",
        {
          retryAfterSeconds: minuteMs / 1000,
        },
      );
  };
}
