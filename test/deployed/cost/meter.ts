/** Reads off what a running deployment has used, so that what was used in between can be told. */

import { bundles } from "../../../infra/aws/bundles.ts";
import type { Usage } from "../../../infra/cost/usage.ts";
import type { Deployment } from "../emulation/deployment.ts";

export type Reading = Usage["lead"];

/** What Lambda writes by itself about each invocation: START, END, REPORT. */
const platformLogBytes = 350;
/** Receive and delete for each batch, besides the message sent. */
const pollRequests = 2;

const writes = new Set(["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]);

async function functionsOf(deployment: Deployment): Promise<Reading["functions"]> {
  const readings: Reading["functions"] = {};
  for (const id of Object.keys(bundles)) {
    const fn = deployment.function(id);
    const calls = deployment.calls.filter(({ caller }) => caller === fn.name).length;
    const cpu = fn.invocations === 0 ? 0 : (await fn.usage()).cpu;
    readings[id] = { invocations: fn.invocations, cpuMilliseconds: cpu / 1_000, calls };
  }
  return readings;
}

/** Returns everything used so far. */
export async function read(deployment: Deployment): Promise<Reading> {
  const functions = await functionsOf(deployment);
  const { calls, mails } = deployment;
  const units = (isWrite: boolean) =>
    calls
      .filter(({ action }) => action.startsWith("dynamodb:") && writes.has(action) === isWrite)
      // A query that finds nothing is charged too; the stand-in counts it as nothing.
      .reduce((sum, call) => sum + Math.max(call.units ?? 0, isWrite ? 1 : 0.5), 0);
  const of = (id: string) => functions[id]?.invocations ?? 0;
  const invocations = Object.values(functions).reduce((sum, one) => sum + one.invocations, 0);
  const lines = [...deployment.functions.values()].flatMap((fn) => fn.lines);
  const written = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  const sent = calls.filter(({ action }) => action === "sqs:SendMessage").length;
  return {
    functions,
    writeUnits: units(true),
    readUnits: units(false),
    apiRequests: of("Api") + of("Documents"),
    queueRequests: sent * (1 + pollRequests),
    mails: mails.length,
    mailEvents: of("Feedback"),
    attachmentBytes: 0,
    logBytes: written + invocations * platformLogBytes,
    storedBytes: 0,
    sentBytes: 0,
  };
}

/** Returns what was used from one reading to the next, for each of `times`. */
export function between(before: Reading, after: Reading, times: number): Reading {
  const each = (name: Exclude<keyof Reading, "functions">) => round((after[name] - before[name]) / times);
  const functions = Object.fromEntries(
    Object.entries(after.functions).map(([id, now]) => {
      const then = before.functions[id] ?? { invocations: 0, cpuMilliseconds: 0, calls: 0 };
      return [
        id,
        {
          invocations: round((now.invocations - then.invocations) / times),
          cpuMilliseconds: round((now.cpuMilliseconds - then.cpuMilliseconds) / times),
          calls: round((now.calls - then.calls) / times),
        },
      ];
    }),
  );
  return {
    functions,
    writeUnits: each("writeUnits"),
    readUnits: each("readUnits"),
    apiRequests: each("apiRequests"),
    queueRequests: each("queueRequests"),
    mails: each("mails"),
    mailEvents: each("mailEvents"),
    attachmentBytes: each("attachmentBytes"),
    logBytes: each("logBytes"),
    storedBytes: each("storedBytes"),
    sentBytes: each("sentBytes"),
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
