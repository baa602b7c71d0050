/** The table of a run: dynalite on disk behind faults, with the stream that wakes workers. */
import { createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { dynalite } from "../../infra/local/dynalite.ts";
import { listen } from "../../infra/local/listen.ts";
import { type Answer, bodyOf, meetFault } from "./fault-front.ts";
import type { createFaultPlan } from "./fault-plan.ts";
import { callerOf, tableBoundary, tableCall, wakesWorker } from "./requests.ts";

const jsonType = "application/x-amz-json-1.0";
const refusals = {
  throttle: { status: 400, name: "ProvisionedThroughputExceededException" },
  error: { status: 500, name: "InternalServerError" },
} as const;

function refusal(kind: "throttle" | "error"): Answer {
  const { status, name } = refusals[kind];
  const text = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: "Injected." });
  return { status, type: jsonType, text };
}

/** Hands a request that was read already to a server of this process, and returns its answer. */
function asking(server: Server, request: IncomingMessage, body: string): Promise<Answer> {
  const { method, url, headers } = request;
  const again = Object.assign(Readable.from([Buffer.from(body)]), { method, url, headers });
  const response = new ServerResponse(request);
  return new Promise((resolve) => {
    Object.defineProperty(response, "end", {
      value: (text: string | undefined) =>
        resolve({ status: response.statusCode, type: jsonType, text: text ?? "" }),
    });
    server.emit("request", again, response);
  });
}

export interface TableFront {
  port: number;
  /** Lets the processes of the run in; until then only the run itself is served. */
  open(): void;
}

export interface TableListeners {
  /** An assessment that a worker should look at. */
  owed: (id: string) => void;
  /** An assessment was written, from this revision of it. */
  written: (id: string, seen: number) => void;
  met: (boundary: string, fault: string) => void;
}

/** Starts the table. */
export async function startTableFront(
  folder: string,
  port: number,
  plan: ReturnType<typeof createFaultPlan>,
  { owed, written, met }: TableListeners,
): Promise<TableFront> {
  const table = dynalite({ createTableMs: 0, path: folder });
  let open = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const serve = () => asking(table, request, body);
    const { role, pid } = callerOf(request);
    if (!open && role !== null) {
      request.socket.destroy();
      return;
    }
    const call = tableCall(request, body);
    const boundary = role === null ? "" : tableBoundary(role, call);
    const asked = { role, pid, boundary, target: call.key };
    const { fault } = plan(asked, "table");
    if (fault !== null) met(boundary, fault);
    await meetFault(response, { asked, fault, serve, refusal }, ({ status }) => {
      if (status !== 200) return;
      const id = call.key.split("#")[1] ?? "";
      if (call.seen !== null) written(id, call.seen);
      if (wakesWorker(call, body)) owed(id);
    });
  }

  const front = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  return {
    port: await listen(front, port),
    open() {
      open = true;
    },
  };
}
