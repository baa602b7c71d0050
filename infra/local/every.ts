/** Does something again and again, one at a time; returns what stops it and waits for the one at hand. */
export function every(ms: number, act: () => Promise<void>): () => Promise<void> {
  let acting: Promise<void> | null = null;
  const timer = setInterval(() => {
    acting ??= act().finally(() => {
      acting = null;
    });
  }, ms);
  return async () => {
    clearInterval(timer);
    await acting;
  };
}
