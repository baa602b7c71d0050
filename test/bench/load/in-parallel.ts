/** Does the work of each item, so many at a time, and returns the seconds it took in all. */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  const rest = items.values();
  const lane = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return (performance.now() - start) / 1000;
}
