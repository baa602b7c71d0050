import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../infra/aws/bundles.ts";
import { memory } from "../../infra/aws/funnel-functions.ts";

const page = readFileSync(path.join(root, "infra/aws/memory.md"), "utf8");
const rows = [...page.matchAll(/^\| (\w+) \| (\d+) MB \| (\d+) MB \| /gm)].map(
  ([, id = "", set = "", peak = ""]) => ({ id, set: Number(set), peak: Number(peak) }),
);
/** MB of Lambda's own runtime. */
const runtime = 30;

describe("the memory of each function", () => {
  it("is the one that was measured and explained", () => {
    expect(Object.fromEntries(rows.map(({ id, set }) => [id, set]))).toEqual(memory);
  });

  it("leaves room above the measured peak", () => {
    for (const { id, set, peak } of rows)
      expect({ id, enough: set >= 1.5 * (peak + runtime) }).toEqual({ id, enough: true });
  });
});
