/** Starts the process that plays AWS, and starts it again on the same data and ports after a power cut. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { z } from "zod";
import type { AcceptedMail } from "./mail-front.ts";
import type { FaultSettings } from "./settings.ts";

const messageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("serving"), tablePort: z.number(), mailPort: z.number() }),
  z.object({ kind: z.literal("owed"), id: z.string() }),
  z.object({ kind: z.literal("written"), id: z.string(), seen: z.number() }),
  z.object({ kind: z.literal("met"), boundary: z.string(), fault: z.string() }),
  z.object({ kind: z.literal("accepted"), mail: z.custom<AcceptedMail>() }),
]);

export interface CloudListeners {
  owed: (assessmentId: string) => void;
  written: (assessmentId: string, seen: number) => void;
  met: (boundary: string, fault: string) => void;
  accepted: (mail: AcceptedMail) => void;
}

export interface Cloud {
  tableEndpoint: string;
  mailEndpoint: string;
  mailLog: string;
  setClock(aheadMs: number): void;
  /** Kills it as it stands and starts it again. */
  cutPower(): Promise<void>;
  stop(): void;
}

export async function startCloud(
  entry: string,
  folder: string,
  settings: FaultSettings,
  listeners: CloudListeners,
): Promise<Cloud> {
  const mailLog = path.join(folder, "mails.jsonl");
  const ports = { table: 0, mail: 0 };
  let aheadMs = 0;
  let child: ChildProcess;

  function begin(): Promise<void> {
    const environment = {
      FAULT_SETTINGS: JSON.stringify(settings),
      DATA_FOLDER: path.join(folder, "table"),
      MAIL_LOG: mailLog,
      TABLE_PORT: String(ports.table),
      MAIL_PORT: String(ports.mail),
      AHEAD_MS: String(aheadMs),
    };
    child = fork(entry, { env: { ...process.env, ...environment }, execArgv: [] });
    return new Promise((resolve, reject) => {
      child.on("message", (sent) => {
        const message = messageSchema.parse(sent);
        if (message.kind === "owed") listeners.owed(message.id);
        if (message.kind === "written") listeners.written(message.id, message.seen);
        if (message.kind === "met") listeners.met(message.boundary, message.fault);
        if (message.kind === "accepted") listeners.accepted(message.mail);
        if (message.kind !== "serving") return;
        ports.table = message.tablePort;
        ports.mail = message.mailPort;
        resolve();
      });
      child.once("exit", (code, signal) => {
        if (signal === null) reject(new Error(`The table of the run ended with ${code}.`));
      });
    });
  }

  await begin();
  return {
    tableEndpoint: `http://127.0.0.1:${ports.table}`,
    mailEndpoint: `http://127.0.0.1:${ports.mail}`,
    mailLog,
    setClock(ahead) {
      aheadMs = ahead;
      child.send({ aheadMs });
    },
    async cutPower() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      await begin();
    },
    stop: () => void child.kill("SIGKILL"),
  };
}
