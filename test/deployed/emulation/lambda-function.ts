/** One function of the assembly, as a process of its own with nothing but its bundle and its variables. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { FunctionError, RuntimeApi } from "./runtime-api.ts";
import { region } from "./template.ts";

const bootstrap = fileURLToPath(new URL("./bootstrap.mjs", import.meta.url));

export interface FunctionSettings {
  name: string;
  /** The unpacked bundle. */
  folder: string;
  handler: string;
  memorySize: number;
  timeoutSeconds: number;
  variables: Readonly<Record<string, string>>;
  /** Where its calls to AWS go, by the SDK's own variables. */
  endpoints: Readonly<Record<string, string>>;
}

/** Starts with the first event, as Lambda does, and again after it died. */
export class LambdaFunction {
  private started: Promise<{ api: RuntimeApi; child: ChildProcess }> | undefined;
  /** Lines it wrote, oldest first. */
  readonly lines: string[] = [];
  /** How often it was called. */
  invocations = 0;
  /** How far its clock is ahead, from its next start on. */
  clockAheadMs = 0;

  constructor(readonly settings: FunctionSettings) {}

  get name(): string {
    return this.settings.name;
  }

  /**
   * Returns what the handler returned.
   * @throws FunctionError when it threw, did not start or died
   */
  async invoke(event: unknown): Promise<unknown> {
    this.invocations += 1;
    const { api } = await this.running();
    return api.invoke(event);
  }

  /** Resolves when the bundle is loaded. */
  async init(): Promise<void> {
    const { api } = await this.running();
    await api.ready;
  }

  /** Returns what the process has used since it started: microseconds of CPU, and kilobytes at its peak. */
  async usage(): Promise<{ cpu: number; peak: number }> {
    return (await this.running()).api.usage;
  }

  async stop(): Promise<void> {
    if (this.started === undefined) return;
    const { api, child } = await this.started;
    this.started = undefined;
    const exited = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null;
    child.kill("SIGKILL");
    await exited;
    await api.close();
  }

  private running() {
    this.started ??= this.start();
    return this.started;
  }

  private async start() {
    const { name, timeoutSeconds, folder } = this.settings;
    const api = new RuntimeApi(name, timeoutSeconds);
    const address = await api.start();
    const child = spawn(process.execPath, [bootstrap], {
      cwd: folder,
      env: this.environment(address),
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream
        .setEncoding("utf8")
        .on("data", (text: string) => this.lines.push(...text.split("\n").filter(Boolean)));
    child.once("exit", () => {
      this.started = undefined;
      api.fail(new FunctionError(`${name} ended:\n${this.lines.slice(-10).join("\n")}`));
    });
    return { api, child };
  }

  /** Nothing of this process's own environment gets in. */
  private environment(runtimeApi: string): NodeJS.ProcessEnv {
    const { name, folder, handler, memorySize, variables, endpoints } = this.settings;
    return {
      ...variables,
      ...endpoints,
      PATH: process.env.PATH,
      TZ: ":UTC",
      AWS_LAMBDA_RUNTIME_API: runtimeApi,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySize),
      AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: "function",
      AWS_SECRET_ACCESS_KEY: "of-the-role",
      AWS_SESSION_TOKEN: "of-the-role",
      LAMBDA_TASK_ROOT: folder,
      EMULATED_CLOCK_AHEAD_MS: String(this.clockAheadMs),
      _HANDLER: handler,
    };
  }
}
