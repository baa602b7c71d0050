/** The HTTP interface between Lambda and a runtime: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { listen } from "../../../infra/local/listen.ts";
import { closing } from "../../../infra/local/table-server.ts";
import { account, region } from "./template.ts";

interface Invocation {
  id: string;
  payload: string;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** The function ended with an error, or could not start. */
export class FunctionError extends Error {
  override name = "FunctionError";
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export class RuntimeApi {
  /** What the process said it had used, with each request: microseconds of CPU, and kilobytes at its peak. */
  usage = { cpu: 0, peak: 0 };
  private readonly waiting: Invocation[] = [];
  private readonly running = new Map<string, Invocation>();
  private idle: ServerResponse | undefined;
  private readonly server: Server;
  /** Resolves once the runtime has asked for its first event: the end of the init phase. */
  readonly ready: Promise<void>;
  private settleReady: { resolve(): void; reject(error: Error): void } = { resolve() {}, reject() {} };

  constructor(
    private readonly name: string,
    private readonly timeoutSeconds: number,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.settleReady = { resolve, reject };
    });
    this.ready.catch(() => undefined);
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
  }

  async start(): Promise<string> {
    // A handler may take its time; its connection must still be there for the answer.
    this.server.keepAliveTimeout = 0;
    return `127.0.0.1:${await listen(this.server, 0)}`;
  }

  close(): Promise<void> {
    this.fail(new FunctionError(`${this.name} was stopped`));
    return closing(this.server)();
  }

  invoke(event: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ id: randomUUID(), payload: JSON.stringify(event), resolve, reject });
      this.handOut();
    });
  }

  /** Ends everything that waits for an answer. */
  fail(error: Error): void {
    this.settleReady.reject(error);
    for (const { reject } of [...this.waiting.splice(0), ...this.running.values()]) reject(error);
    this.running.clear();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, url = "" } = request;
    this.usage = { cpu: Number(headers["x-cpu-microseconds"]), peak: Number(headers["x-peak-kilobytes"]) };
    const [, , , where = "", id = "", what = ""] = url.split("/");
    if (where === "invocation" && id === "next") {
      this.settleReady.resolve();
      this.idle = response;
      this.handOut();
      return;
    }
    const body: unknown = JSON.parse((await bodyOf(request)).toString("utf8"));
    response.writeHead(202).end();
    if (where === "init")
      return this.fail(new FunctionError(`${this.name} did not start: ${JSON.stringify(body)}`));
    const invocation = this.running.get(id);
    this.running.delete(id);
    if (what === "response") invocation?.resolve(body);
    else invocation?.reject(new FunctionError(`${this.name}: ${JSON.stringify(body)}`));
  }

  private handOut(): void {
    const { idle } = this;
    if (idle === undefined) return;
    const next = this.waiting.shift();
    if (next === undefined) return;
    this.idle = undefined;
    this.running.set(next.id, next);
    idle
      .writeHead(200, {
        "Content-Type": "application/json",
        "Lambda-Runtime-Aws-Request-Id": next.id,
        "Lambda-Runtime-Deadline-Ms": String(Date.now() + this.timeoutSeconds * 1_000),
        "Lambda-Runtime-Invoked-Function-Arn": `arn:aws:lambda:${region}:${account}:function:${this.name}`,
        "Lambda-Runtime-Trace-Id": `Root=1-${"0".repeat(8)}-${randomUUID().replaceAll("-", "").slice(0, 24)};Sampled=0`,
      })
      .end(next.payload);
  }
}
