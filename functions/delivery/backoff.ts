export interface Backoff {
  /** The first wait lies between 0 and this many milliseconds; each further one may be twice as long. */
  baseMs: number;
  ceilingMs: number;
}

/** Returns the milliseconds to wait after this many failures: exponential, with full jitter. */
export function backoffMs({ baseMs, ceilingMs }: Backoff, failures: number, random: () => number): number {
  return Math.round(random() * Math.min(ceilingMs, baseMs * 2 ** (failures - 1)));
}
