/** How fast each function starts and first answers, and how much memory it comes to need, as Lambda would run it. */
import { type FunctionId, functionIds } from "../../../infra/aws/bundles.ts";
import { memory } from "../../../infra/aws/funnel-functions.ts";
import { synthesizeAssembly } from "../../deployed/emulation/assembly.ts";
import { Deployment } from "../../deployed/emulation/deployment.ts";
import { type BenchTable, quantile } from "../table.ts";
import { bundleSizes } from "./sizes.ts";
import { coldSubjects, type Subject } from "./subjects.ts";

interface Sizes {
  /** Starts of each function. */
  rounds: number;
  /** Answers of one process before its peak is read. */
  answers: number;
}

const full: Sizes = { rounds: 15, answers: 20 };
const few: Sizes = { rounds: 3, answers: 3 };
const floorName = "DynamoDB client alone";

interface Start {
  /** Milliseconds from the start of the process until it asked for its first event. */
  init: number;
  /** Milliseconds of CPU until then. */
  cpu: number;
  /** Milliseconds of the first answer after that. */
  first: number;
}

async function coldStart({ fn, ask }: Subject): Promise<Start> {
  await fn.stop();
  const begun = performance.now();
  await fn.init();
  const loaded = performance.now();
  const { cpu } = await fn.usage();
  await ask().catch((error: unknown) => {
    throw new Error(`${fn.name}: ${fn.lines.slice(-5).join("\n")}`, { cause: error });
  });
  return { init: loaded - begun, cpu: cpu / 1_000, first: performance.now() - loaded };
}

/** Returns the megabytes at the peak of a process that has answered so often. */
async function peakOf({ fn, ask }: Subject, answers: number): Promise<number> {
  await fn.stop();
  for (let answer = 0; answer < answers; answer += 1) await ask();
  return (await fn.usage()).peak / 1_024;
}

const median = (starts: readonly Start[], of: keyof Start) =>
  quantile(
    starts.map((start) => start[of]),
    0.5,
  ) ?? 0;
const least = (starts: readonly Start[], of: keyof Start) => Math.min(...starts.map((start) => start[of]));

function isFunction(id: string | undefined): id is FunctionId {
  return functionIds.some((known) => known === id);
}

function settingOf(name: string): string {
  const id = name.split(":")[0];
  return isFunction(id) ? `${memory[id]} MB` : "";
}

async function measured(deployment: Deployment, { rounds, answers }: Sizes): Promise<BenchTable> {
  const subjects = await coldSubjects(deployment);
  const starts = new Map<Subject, Start[]>(subjects.map((subject) => [subject, []]));
  // One after the other and round again: whatever else the machine does meets all of them alike.
  for (let round = 0; round < rounds; round += 1)
    for (const [subject, list] of starts) list.push(await coldStart(subject));
  const floor = [...starts].find(([{ name }]) => name === floorName)?.[1] ?? [];
  // What it is asked for first does not matter to how a function starts.
  const startsOf = (fn: Subject["fn"]) =>
    [...starts].filter(([subject]) => subject.fn === fn).flatMap(([, list]) => list);
  const rows = [];
  for (const [subject, list] of starts) {
    const all = startsOf(subject.fn);
    const times = (of: "init" | "cpu") => (least(all, of) / least(floor, of)).toFixed(2);
    rows.push([
      subject.name,
      `${median(all, "init").toFixed(0)} / ${least(all, "init").toFixed(0)} ms`,
      times("init"),
      `${least(all, "cpu").toFixed(0)} ms`,
      times("cpu"),
      `${median(list, "first").toFixed(0)} / ${least(list, "first").toFixed(0)} ms`,
      `${(await peakOf(subject, answers)).toFixed(0)} MB`,
      settingOf(subject.name),
    ]);
    await subject.fn.stop();
  }
  return {
    title: "Cold starts of the synthesized bundles",
    columns: [
      "function",
      "init, median / least",
      "x floor",
      "CPU of init",
      "x floor",
      "first answer, median / least",
      "peak memory",
      "set to",
    ],
    rows,
    notes: [
      `${rounds} starts each, in turn; init is from the start of the process until it asks for its first event.`,
      `The floor is the ${floorName}, bundled the same way; the ratios compare the least of each.`,
      "A function asked for several things has one init: the least of all its starts.",
      `Peak memory after ${answers} answers of one process, on x64; Lambda's own runtime adds some 30 MB.`,
      "The machine is not Lambda's: figures in milliseconds compare, and promise nothing.",
    ],
  };
}

/** @param options quick: fewer starts, and a peak after fewer answers */
export async function bench(options: { quick: boolean }): Promise<readonly BenchTable[]> {
  const deployment = await Deployment.start(await synthesizeAssembly(), { port: 0, mailPort: 0 });
  try {
    return [await measured(deployment, options.quick ? few : full), await bundleSizes()];
  } finally {
    await deployment.stop();
  }
}
