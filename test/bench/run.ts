/**
 * `npm run bench`: every part, or those named after it. Each compares with a peer or a floor in the same run,
 * since a figure alone says more about the machine than about the code. `--quick` measures less.
 */
import { asMarkdown, type BenchTable } from "./table.ts";

type Part = () => Promise<{ bench: (options: { quick: boolean }) => Promise<readonly BenchTable[]> }>;

const parts: Readonly<Record<string, Part>> = {
  pdf: () => import("./pdf/bench.ts"),
  site: () => import("./site/bench.ts"),
  load: () => import("./load/bench.ts"),
  cold: () => import("./cold/bench.ts"),
  console: () => import("./console/console-bench.ts"),
};

const quick = process.argv.includes("--quick");
const asked = process.argv.slice(2).filter((argument) => argument !== "--quick");
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(
    `No bench is named ${unknown.join(", ")}. Say any of: ${Object.keys(parts).join(", ")}.\n`,
  );
  process.exit(1);
}
for (const [name, load] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`Measuring: ${name}…\n`);
  const { bench } = await load();
  for (const table of await bench({ quick })) process.stdout.write(`${asMarkdown(table)}\n`);
}
