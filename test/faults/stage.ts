/** Everything that takes part in a run, wired together. */
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { addressKey, confirmAddress } from "#functions/store/addresses.ts";
import { owedStep, type StepName } from "#functions/store/assessment-item.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import type { Table } from "#functions/store/table.ts";
import { privatePath } from "#functions/tokens.ts";
import { listen } from "../../infra/local/listen.ts";
import type { buildProcesses } from "./bundles.ts";
import { startCloud } from "./cloud.ts";
import { startFleet } from "./fleet.ts";
import type { AcceptedMail } from "./mail-front.ts";
import { createPending } from "./pending.ts";
import { tableFor } from "./places.ts";
import { createQueue, type Queue } from "./queue.ts";
import { createReports, type Reports } from "./reports.ts";
import { type FaultSettings, secrets } from "./settings.ts";
import { type Traits, traitsOf } from "./traits.ts";
import { createVisitor } from "./visitor.ts";

/** Two workers at once, as many as it takes to get into each other's way. */
const counts = { api: 1, worker: 2, feedback: 1 };
const longRun = 500;
const followUpNames = ["follow-up-3", "follow-up-8"] as const satisfies readonly StepName[];

export interface Stage {
  /** The table, seen without faults. */
  table: Table;
  queue: Queue;
  reports: Reports;
  mailLog: string;
  now: () => number;
  accepted: Traits[];
  /** What a visitor was answered, or the table did, that no fault explains. */
  wrongAnswers: string[];
  visits: { requests: number; repeated: number };
  met: Map<string, Map<string, number>>;
  deaths: readonly { pid: number; at: number }[];
  /** Sends one submission until it is accepted. */
  submit(number: number): Promise<void>;
  /** Settles once nothing is on its way. */
  rest(): Promise<void>;
  /** Lets time pass for every process. */
  pass(ms: number): void;
  /** Kills everything as it stands, table and mailbox too, and starts it again from the disk. */
  cutPower(): Promise<void>;
  stop(): void;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Does what a power cut may interrupt until it is done. */
async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried += 1)
    try {
      return await work();
    } catch (error) {
      if (tried >= 100) throw error;
      await pause(100);
    }
}

/** Starts table, mailbox and the processes of the run. */
export async function startStage(
  settings: FaultSettings,
  entries: Awaited<ReturnType<typeof buildProcesses>>,
  folder: string,
): Promise<Stage> {
  const { seed } = settings;
  const pending = createPending();
  const met: Stage["met"] = new Map();
  const wrongAnswers: string[] = [];
  const accepted: Traits[] = [];
  const byId = new Map<string, Traits>();
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;

  /** Revision each assessment was last written from. */
  const written = new Map<string, number>();
  const cloud = await startCloud(entries.cloud, folder, settings, {
    owed: (id) => queue.add(id),
    written(id, seen) {
      const last = written.get(id) ?? -1;
      // A table that forgets what it answered to have done has mails sent twice that nothing here could prevent.
      if (seen <= last) wrongAnswers.push(`The table let ${id} be written from ${seen} after ${last}.`);
      written.set(id, Math.max(seen, last));
    },
    accepted: (mail) => onMail(mail),
    met(boundary, fault) {
      const faults = met.get(boundary) ?? new Map<string, number>();
      met.set(boundary, faults.set(fault, (faults.get(fault) ?? 0) + 1));
    },
  });
  const apiPort = await freePort();
  const environment = {
    TABLE_ENDPOINT: cloud.tableEndpoint,
    MAIL_ENDPOINT: cloud.mailEndpoint,
    FAULT_SETTINGS: JSON.stringify(settings),
  };
  const spares = settings.submissions >= longRun;
  const fleet = await startFleet({ settings, entries, counts, spares, environment, apiPort, now });
  const table = tableFor("run", cloud.tableEndpoint);
  const queue = createQueue(seed, fleet.posts("worker"), pending);
  const reports = createReports(seed, fleet.posts("feedback"), pending, now);
  const visitor = createVisitor(`http://127.0.0.1:${apiPort}`, seed, now);

  const noting = (work: Promise<void>) =>
    work.catch(
      (error: unknown) => void wrongAnswers.push(error instanceof Error ? error.message : "unknown"),
    );

  /** Whoever got the mail with the button presses it. */
  async function press(id: string): Promise<void> {
    const assessment = await persist(() => readAssessment(table, id));
    if (assessment !== null) await visitor.confirm(privatePath(secrets.token, assessment, "confirm"));
  }

  /** The follow-ups of those who want them; their mails are still to come, so these are made up. */
  async function oweFollowUps({ id, email, followUpsOwed }: Traits): Promise<void> {
    const end = Math.ceil(now() / 1000) + 365 * 86_400;
    await persist(() => confirmAddress(table, addressKey(secrets.address, email), new Date(now()), end));
    const owed = followUpNames.slice(0, followUpsOwed).map((name) => owedStep(name, new Date(now())));
    await persist(() =>
      changeAssessment(table, id, ({ steps }) => ({
        steps: [...steps, ...owed.filter(({ name }) => steps.every((step) => step.name !== name))],
      })),
    );
    queue.add(id);
  }

  function onMail(mail: AcceptedMail): void {
    reports.about(mail);
    const [id = "", name] = mail.step.split("_");
    const traits = byId.get(id);
    if (traits === undefined) return;
    if (name === "confirmation" && traits.confirms) void pending.during(noting(press(id)));
    if (name === "report" && traits.followUpsOwed > 0) void pending.during(noting(oweFollowUps(traits)));
  }

  return {
    table,
    queue,
    reports,
    mailLog: cloud.mailLog,
    now,
    accepted,
    wrongAnswers,
    visits: visitor.counts,
    met,
    deaths: fleet.deaths,
    async submit(number) {
      const traits = traitsOf(seed, number);
      byId.set(traits.id, traits);
      await noting(visitor.submit(traits, number).then(() => void accepted.push(traits)));
    },
    async rest() {
      await pending.none();
      await fleet.ready();
      await pending.none();
    },
    pass(ms) {
      aheadMs += ms;
      cloud.setClock(aheadMs);
      fleet.setClock(aheadMs);
    },
    async cutPower() {
      fleet.killAll();
      await cloud.cutPower();
    },
    stop() {
      fleet.stop();
      cloud.stop();
      table.client.destroy();
    },
  };
}
