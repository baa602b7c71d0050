/** The account of a run as it is printed. */
import { stepNames } from "#functions/store/assessment-item.ts";
import { asMarkdown } from "../bench/table.ts";
import type { FaultRun } from "./fault-run.ts";
import type { FaultSettings } from "./settings.ts";

const kinds = ["throttle", "error", "reset", "slow", "lost", "late", "kill before", "kill after"] as const;
const mostFaultsSaid = 20;

function submissions({ account, requests, repeatedRequests }: FaultRun): string {
  return asMarkdown({
    title: "Submissions",
    columns: ["accepted", "stored", "requests", "of them repeated"],
    rows: [[account.accepted, account.stored, requests, repeatedRequests].map(String)],
  });
}

function mails({ account }: FaultRun): string {
  const rows = stepNames.map((name) => {
    const { owed, once, again, doubled, notMailed, lost } = account.rows[name];
    return [name, ...[owed, once, again, notMailed, doubled, lost].map(String)];
  });
  const columns = ["step", "owed", "mailed once", "again, allowed", "not mailed, allowed", "doubled", "lost"];
  return asMarkdown({ title: "Mails", columns, rows: rows.filter(([, owed]) => owed !== "0") });
}

function cases({ account }: FaultRun): string {
  const rows = [...account.cases].sort(([one], [other]) => one.localeCompare(other));
  return asMarkdown({
    title: "Allowed cases",
    columns: ["case", "times"],
    rows: rows.map(([name, times]) => [name, String(times)]),
  });
}

function faults({ met }: FaultRun): string {
  const rows = [...met]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([boundary, counts]) => [boundary, ...kinds.map((kind) => String(counts.get(kind) ?? 0))]);
  return asMarkdown({ title: "Faults met", columns: ["at", ...kinds], rows });
}

function rest({ submissions: sent }: FaultSettings, run: FaultRun): string {
  const { deaths, powerCuts, seconds, queue, reports } = run;
  return asMarkdown({
    title: "The run",
    columns: ["", ""],
    rows: [
      ["processes killed", String(deaths)],
      ["power cuts, table and mailbox too", String(powerCuts)],
      [
        "messages of the queue",
        `${queue.messages}, ${queue.twice} twice, ${queue.again} again, ${queue.givenUp} given up`,
      ],
      ["sweeps", String(queue.sweeps)],
      [
        "reports of SES",
        `${reports.planned}, ${reports.lost} lost, ${reports.twice} twice, ${reports.late} after the wait`,
      ],
      ["time", `${Math.round(seconds)} s, ${(sent / seconds).toFixed(1)} submissions a second`],
    ],
  });
}

/** Returns the account in Markdown, with what must not be at its end. */
export function printed(settings: FaultSettings, run: FaultRun): string {
  const found = run.account.faults;
  const verdict =
    found.length === 0
      ? `Nothing lost, nothing doubled. Seed ${settings.seed}.`
      : [
          `${found.length} times something that must not be. Seed ${settings.seed}:`,
          ...found.slice(0, mostFaultsSaid),
        ].join("\n- ");
  return [submissions(run), mails(run), cases(run), faults(run), rest(settings, run), verdict].join("\n");
}
