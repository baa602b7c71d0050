import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";

/** Every way to cut a list of a given length into so many runs, as the places where a run ends. */
function cuts(length: number, runs: number, from = 0): number[][] {
  if (runs === 1) return [[length]];
  const ways: number[][] = [];
  for (let end = from; end <= length; end += 1)
    for (const rest of cuts(length, runs - 1, end)) ways.push([end, ...rest]);
  return ways;
}

/**
 * Returns the items in their order as so many runs, cut where the longest run is shortest; runs may be empty.
 * @param lengthOf how much room an item takes, in any unit
 */
export function evenRuns<Item>(
  items: readonly Item[],
  runs: number,
  lengthOf: (item: Item) => number,
): Item[][] {
  const before = [0];
  for (const item of items) before.push((before.at(-1) ?? 0) + lengthOf(item));
  const between = (start: number, end: number) => (before[end] ?? 0) - (before[start] ?? 0);
  const longest = (ends: readonly number[]) =>
    Math.max(...ends.map((end, index) => between(ends[index - 1] ?? 0, end)));
  const ways = cuts(items.length, runs).map((ends) => ({ ends, longest: longest(ends) }));
  const best = ways.reduce((least, way) => (way.longest < least.longest ? way : least));
  return best.ends.map((end, index) => items.slice(best.ends[index - 1] ?? 0, end));
}

interface ColumnsProps<Item> {
  items: readonly Item[];
  count: number;
  /** How much room an item takes, in any unit. */
  lengthOf: (item: Item) => number;
  keyOf: (item: Item) => string;
  gap: number;
  children: (item: Item) => ReactNode;
}

/** Items down one column and on in the next, as even as whole items allow. */
export function Columns<Item>({ items, count, lengthOf, keyOf, gap, children }: ColumnsProps<Item>) {
  const runs = evenRuns(items, count, lengthOf).filter((run) => run.length > 0);
  return (
    <View style={{ flexDirection: "row" }}>
      {runs.map((run, index) => (
        <View
          key={run[0] === undefined ? "" : keyOf(run[0])}
          style={{ flexGrow: 1, flexBasis: 0, marginLeft: index === 0 ? 0 : gap }}
        >
          {run.map(children)}
        </View>
      ))}
    </View>
  );
}
