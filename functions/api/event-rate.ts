/** Events of one source in a minute: a visitor sends a dozen in all, an office shares one address. */
export const eventsPerMinute = 60;

const minuteMs = 60_000;

/**
 * Returns a function that says whether a source may send one more event this minute. It counts in memory, each instance
 * of the API for itself: a limit in the table would cost more than the number it protects. The gateway limits all
 * events together, whoever sends them. No source outlives its minute.
 */
export function createEventRate(limit: number, now: () => Date): (source: string) => boolean {
  let minute = 0;
  let used = new Map<string, number>();
  return (source) => {
    const current = Math.floor(now().getTime() / minuteMs);
    if (current !== minute) {
      minute = current;
      used = new Map();
    }
    const uses = (used.get(source) ?? 0) + 1;
    used.set(source, uses);
    return uses <= limit;
  };
}
