/** Counts what is on its way, so that a run can wait until nothing is. */
export interface Pending {
  /** Settles with the work; it counts until then. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Does something after so many milliseconds; it counts from now on. */
  after(ms: number, work: () => Promise<unknown>): void;
  /** Settles once nothing is on its way. */
  none(): Promise<void>;
}

export function createPending(): Pending {
  let count = 0;
  let waiting: (() => void)[] = [];

  function end(): void {
    count -= 1;
    if (count > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  async function during<T>(work: Promise<T>): Promise<T> {
    count += 1;
    try {
      return await work;
    } finally {
      end();
    }
  }

  return {
    during,
    after(ms, work) {
      count += 1;
      setTimeout(() => void work().finally(end), ms);
    },
    none: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
