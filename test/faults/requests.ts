/** What a request to the table or to SES is about: where between two steps its process stands. */
import type { IncomingMessage } from "node:http";
import { z } from "zod";

export const roles = ["api", "worker", "feedback"] as const;
export type Role = (typeof roles)[number];

export interface Asked {
  /** Null for the run itself, which looks on and meets no fault. */
  role: Role | null;
  pid: number;
  /** "worker: write sending": the boundary it stands at. */
  boundary: string;
  /** The item or step it is about. */
  target: string;
}

/** Put into the user agent by each client. */
export const caller = (role: Role | "run") => `funnel-${role}-${process.pid}`;

export function callerOf(request: IncomingMessage): Pick<Asked, "role" | "pid"> {
  const [, name, pid] = /funnel-(\w+)-(\d+)/.exec(request.headers["user-agent"] ?? "") ?? [];
  return { role: roles.find((role) => role === name) ?? null, pid: Number(pid ?? 0) };
}

const bodySchema = z.object({
  Key: z.object({ pk: z.object({ S: z.string() }) }).optional(),
  Item: z.looseObject({ pk: z.object({ S: z.string() }) }).optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: z.looseObject({}).default({}),
});

export interface TableCall {
  operation: string;
  key: string;
  /** What an update sets, by attribute. */
  written: Record<string, unknown>;
  /** Of a write to an assessment: the revision it was made from; null for any other call. */
  seen: number | null;
}

/** Names of attributes and their values go by numbers that match: `#a3` and `:v3`. */
function writtenOf(names: Record<string, string>, values: Record<string, unknown>): Record<string, unknown> {
  const numbered = Object.entries(names).map(([alias, name]) => [name, values[alias.replace("#a", ":v")]]);
  return Object.fromEntries(numbered.filter(([, value]) => value !== undefined));
}

/** Returns what a request to the table asks for. */
export function tableCall(request: IncomingMessage, body: string): TableCall {
  const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
  const call = bodySchema.parse(JSON.parse(body));
  const { Key, Item, ExpressionAttributeNames: names, ExpressionAttributeValues: values } = call;
  const key = Key?.pk.S ?? Item?.pk.S ?? JSON.stringify(values[":shard"] ?? "");
  const seen = z.object({ N: z.coerce.number() }).safeParse(values[":seen"]);
  return {
    operation,
    key,
    written: writtenOf(names, values),
    seen: operation === "UpdateItem" && key.startsWith("ASSESSMENT#") && seen.success ? seen.data.N : null,
  };
}

const leaseSchema = z.object({ M: z.object({ trying: z.object({ S: z.string() }).optional() }) });
const stepsSchema = z.object({
  L: z.array(
    z.object({ M: z.looseObject({ name: z.object({ S: z.string() }), state: z.object({ S: z.string() }) }) }),
  ),
});

/** A worker's write says what comes next: a step begun, one handed to SES, or the end of the lease. */
function workersWrite(written: Record<string, unknown>): string {
  const lease = leaseSchema.safeParse(written.lease);
  const steps = stepsSchema.safeParse(written.steps);
  if (!lease.success) return "end lease";
  const trying = lease.data.M.trying?.S;
  const step = steps.data?.L.find(({ M }) => M.name.S === trying);
  return step?.M.state.S === "sending" ? "write sending" : "begin step";
}

const kinds: Readonly<Record<string, string>> = {
  ASSESSMENT: "assessment",
  ADDRESS: "address",
  LIMIT: "limit",
  CHALLENGE: "challenge",
  COUNTER: "counter",
};

export const lookForDue = "look for due steps";

/** Returns the name of the boundary that a request to the table stands at. */
export function tableBoundary(role: Role, { operation, key, written }: TableCall): string {
  if (operation === "Query") return `${role}: ${lookForDue}`;
  const item = kinds[key.split("#")[0] ?? ""] ?? "item";
  if (operation === "UpdateItem" && item === "assessment" && role === "worker")
    return `${role}: ${workersWrite(written)}`;
  const verb = { GetItem: "read", PutItem: "store", UpdateItem: "write", DeleteItem: "delete" }[operation];
  return `${role}: ${verb ?? operation} ${item}`;
}

/** As the pipe from the table's stream lets it through: something owed that no worker has. */
export function wakesWorker({ operation, key, written }: TableCall, body: string): boolean {
  if (!key.startsWith("ASSESSMENT#")) return false;
  if (operation === "PutItem") return body.includes('"dueShard"');
  // A write that leaves the lease as it is may find one: the worker that is woken then has to come again.
  const free = written.lease === undefined || JSON.stringify(written.lease) === '{"NULL":true}';
  return operation === "UpdateItem" && "dueAt" in written && free;
}
