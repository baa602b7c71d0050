import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { BenchTable } from "../table.ts";
import { median, met, milliseconds, times } from "./measures.ts";
import type { Sizes } from "./sizes.ts";

/** A new process tells how long importing the bundle and its first report took; without either, it is empty. */
const program = `
import { readFileSync } from "node:fs";
const step = process.argv[2];
const start = performance.now();
const bundle = step === "empty" ? null : await import("./index.mjs");
const imported = performance.now();
if (step === "render") {
  const { reports, config } = JSON.parse(readFileSync(new URL("input.json", import.meta.url), "utf8"));
  await bundle.renderReport(reports[0], config);
}
const end = performance.now();
process.stdout.write(JSON.stringify({ importing: imported - start, rendering: end - imported }));
`;

const stepsSchema = z.object({ importing: z.number(), rendering: z.number() });

const steps = ["empty", "import", "render"] as const;
type Step = (typeof steps)[number];

/** Milliseconds of one new process. */
interface ColdRun {
  step: Step;
  /** From asking for the process until it has ended. */
  whole: number;
  importing: number;
  rendering: number;
}

function coldRun(folder: string, step: Step): ColdRun {
  const start = performance.now();
  const told = execFileSync(process.execPath, ["cold.mjs", step], { cwd: folder, encoding: "utf8" });
  const whole = performance.now() - start;
  return { step, whole, ...stepsSchema.parse(JSON.parse(told)) };
}

/** Compares a new Node that imports the bundle and renders with it to one that does nothing. */
export function coldStart(folder: string, { coldRuns }: Sizes): BenchTable {
  writeFileSync(path.join(folder, "cold.mjs"), program);
  const runs = Array.from({ length: coldRuns }, () => steps.map((step) => coldRun(folder, step))).flat();
  const of = (step: Step, value: (run: ColdRun) => number) =>
    median(runs.filter((run) => run.step === step).map(value));
  const whole = (step: Step) => of(step, (run) => run.whole);
  const first = of("render", ({ importing, rendering }) => importing + rendering);
  const row = (label: string, step: Step) => [
    label,
    times(whole(step) / whole("empty")),
    milliseconds(whole(step)),
    milliseconds(of(step, ({ importing }) => importing)),
    milliseconds(of(step, ({ rendering }) => rendering)),
  ];
  return {
    title: "Report PDF, cold: a new process of Node",
    columns: ["process", "of an empty one", "whole", "importing", "first report", "aim", ""],
    rows: [
      row("empty", "empty"),
      row("imports the bundle", "import"),
      [...row("renders its first report", "render"), "import and first under 1 s", met(first < 1_000)],
    ],
    notes: [`Medians of ${coldRuns} processes each, in turn. The bundle is minified, as deployed.`],
  };
}
