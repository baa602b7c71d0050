/** `npm start` as an operator runs it, on ports and a data folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const npmStart = [here("../../infra/local/bootstrap.mjs"), "start"];
/** The same funnel from the synthesized bundles (npm run test:deployed). */
const assembly = ["--import", "tsx", here("../deployed/start.ts")];
const program = process.env.SITE_UNDER_TEST === "assembly" ? assembly : npmStart;

export interface LocalRun {
  siteUrl: string;
  mailboxUrl: string;
  /** What it printed so far. */
  output(): string;
  /** Ctrl-C; returns the exit code. */
  stop(): Promise<number | null>;
  /** As a power cut: every process of the run at once. */
  kill(): Promise<void>;
}

function addressesIn(output: string): { siteUrl: string; mailboxUrl: string } | null {
  const siteUrl = /Site and assessment\s+(http:\S+)/.exec(output)?.[1];
  const mailboxUrl = /Mailbox\s+(http:\S+)/.exec(output)?.[1];
  return siteUrl && mailboxUrl && output.includes("Ctrl-C") ? { siteUrl, mailboxUrl } : null;
}

/** Resolves once the run has printed its addresses; rejects with its output when it ends before. */
function ready(child: ChildProcess, output: () => string): Promise<{ siteUrl: string; mailboxUrl: string }> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", () => {
      const found = addressesIn(output());
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(`npm start ended:\n${output()}`)));
  });
}

/** Starts the funnel and waits until it says where it is. */
export async function startLocalRun(environment: Readonly<Record<string, string>>): Promise<LocalRun> {
  const child = spawn(process.execPath, program, {
    env: { ...process.env, NODE_ENV: "", VITEST: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that a power cut takes all of it.
    detached: true,
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => printed.push(chunk.toString("utf8")));
  const output = () => printed.join("");
  const addresses = await ready(child, output);
  const exited = once(child, "exit");
  const signalGroup = (signal: NodeJS.Signals) => process.kill(-(child.pid ?? 0), signal);
  return {
    ...addresses,
    output,
    async stop() {
      signalGroup("SIGINT");
      const [code] = await exited;
      return typeof code === "number" ? code : null;
    },
    async kill() {
      signalGroup("SIGKILL");
      await exited;
    },
  };
}
