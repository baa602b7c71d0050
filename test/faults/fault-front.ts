/** What stands between the code and a server: it passes requests on, or lets them meet their fault. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { chance } from "./chance.ts";
import type { Fault } from "./fault-plan.ts";
import type { Asked } from "./requests.ts";

/** Longer than the clients of a run wait. */
export const clientPatienceMs = 1_500;
const lateMs = 2_000;
const slowMs = 150;

export interface Answer {
  status: number;
  type: string;
  text: string;
}

export interface Served {
  asked: Asked;
  fault: Fault | null;
  /** Does what was asked. */
  serve: () => Promise<Answer>;
  refusal: (kind: "throttle" | "error") => Answer;
}

/** How an answer went back to who asked. */
export type Fate = "answered" | "lost" | "killed";

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Another fault was quicker.
  }
}

function send(response: ServerResponse, { status, type, text }: Answer): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text) }).end(text);
}

/**
 * Answers a request as its fault wants it.
 * @param served told once what was asked is done, and how its answer goes back
 */
export async function meetFault(
  response: ServerResponse,
  { asked, fault, serve, refusal }: Served,
  served: (answer: Answer, fate: Fate) => void = () => undefined,
): Promise<void> {
  const cut = () => response.socket?.destroy();
  if (fault === "kill before") {
    kill(asked.pid);
    return void cut();
  }
  if (fault === "throttle" || fault === "error") return send(response, refusal(fault));
  if (fault === "reset") return void cut();
  const answer = await serve();
  const fates: Partial<Record<Fault, Fate>> = { lost: "lost", late: "lost", "kill after": "killed" };
  const fate = fates[fault ?? "slow"] ?? "answered";
  served(answer, fate);
  if (fault === "kill after") kill(asked.pid);
  if (fault === "lost" || fault === "kill after") return void cut();
  if (fault === "late") await pause(lateMs);
  if (fault === "slow") await pause(slowMs * chance(asked.boundary, asked.target));
  send(response, answer);
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
