import type { BenchTable } from "../table.ts";
import { acceptance } from "./acceptance.ts";
import { drain } from "./drain.ts";
import { steadyLoad } from "./steady.ts";
import { sweepCost } from "./sweep.ts";

/** Measures the funnel under load, one thing after the other. */
export async function bench(): Promise<readonly BenchTable[]> {
  return [...(await acceptance()), await drain(), await steadyLoad(), await sweepCost()];
}
