/** The mailbox of a run behind faults, and the log of what it took: that outlives every process. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { listen } from "../../infra/local/listen.ts";
import { startMailboxServer } from "../../infra/local/mailbox-server.ts";
import { type Answer, bodyOf, meetFault } from "./fault-front.ts";
import type { createFaultPlan } from "./fault-plan.ts";
import { callerOf } from "./requests.ts";
import { mailboxOf } from "./traits.ts";

const acceptedMailSchema = z.object({
  /** Id of the step. */
  step: z.string(),
  /** How many mails of the step SES had taken before. */
  before: z.number(),
  to: z.string(),
  messageId: z.string(),
  /** Time of the run. */
  at: z.number(),
  fate: z.enum(["answered", "lost", "killed"]),
  pid: z.number(),
});
export type AcceptedMail = z.infer<typeof acceptedMailSchema>;

/** Returns the mails in the log, oldest first. */
export function acceptedMails(file: string): AcceptedMail[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => acceptedMailSchema.parse(JSON.parse(line)));
}

const refusals = {
  throttle: { status: 400, code: "Throttling" },
  error: { status: 500, code: "InternalFailure" },
  rejected: { status: 400, code: "MessageRejected" },
} as const;

function refusal(kind: keyof typeof refusals): Answer {
  const { status, code } = refusals[kind];
  const text = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>Injected.</Message></Error></ErrorResponse>`;
  return { status, type: "text/xml", text };
}

/** The stand-in keeps every mail in memory; what counts is in the log. */
const clearAfter = 2_000;

function tagOf(fields: URLSearchParams, name: string): string {
  for (let tag = 1; fields.has(`Tags.member.${tag}.Name`); tag += 1)
    if (fields.get(`Tags.member.${tag}.Name`) === name) return fields.get(`Tags.member.${tag}.Value`) ?? "";
  return "";
}

export interface MailFrontDependencies {
  log: string;
  now: () => number;
  accepted: (mail: AcceptedMail) => void;
  met: (boundary: string, fault: string) => void;
}

/** Starts the mailbox on a port. */
export async function startMailFront(
  port: number,
  plan: ReturnType<typeof createFaultPlan>,
  { log, now, accepted, met }: MailFrontDependencies,
): Promise<{ port: number }> {
  const mailbox = await startMailboxServer(0);
  const taken = new Map<string, number>();
  for (const { step } of acceptedMails(log)) taken.set(step, (taken.get(step) ?? 0) + 1);
  let sinceCleared = 0;

  async function store(request: IncomingMessage, body: string): Promise<Answer> {
    const { "content-type": type = "", authorization = "" } = request.headers;
    const headers = { "content-type": type, authorization };
    const stored = await fetch(`${mailbox.endpoint}/`, { method: "POST", headers, body });
    sinceCleared += 1;
    if (sinceCleared % clearAfter === 0) await fetch(`${mailbox.endpoint}/clear-store`, { method: "POST" });
    return { status: stored.status, type: "text/xml", text: await stored.text() };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const fields = new URLSearchParams(body);
    const step = tagOf(fields, "step");
    const to = fields.get("Destinations.member.1") ?? "";
    const { role, pid } = callerOf(request);
    const boundary = `${role}: send mail`;
    const asked = { role, pid, boundary, target: step };
    const { fault } = plan(asked, "mail");
    if (fault !== null) met(boundary, fault);
    const serve = async () => (mailboxOf(to) === "refused" ? refusal("rejected") : store(request, body));
    await meetFault(response, { asked, fault, serve, refusal }, ({ status, text }, fate) => {
      const messageId = /<MessageId>([^<]+)/.exec(text)?.[1];
      if (status !== 200 || messageId === undefined) return;
      const before = taken.get(step) ?? 0;
      taken.set(step, before + 1);
      const mail: AcceptedMail = { step, before, to, messageId, at: now(), fate, pid };
      appendFileSync(log, `${JSON.stringify(mail)}\n`);
      accepted(mail);
    });
  }

  const front = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  return { port: await listen(front, port) };
}
