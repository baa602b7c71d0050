/**
 * The console over 100 and over 100,000 leads, in one run: what a user waits for must not grow with the table.
 * 1,000 leads every week for two years is far above what the funnel is made for.
 */
import { listPath } from "#functions/console/leads/list-query.ts";
import { everyLead, listLeads } from "#functions/store/lead-list.ts";
import type { Table } from "#functions/store/table.ts";
import {
  createTestConsole,
  signedIn,
  type TestBrowser,
  type TestConsole,
} from "../../functions/console/test-console.ts";
import { type BenchTable, quantile } from "../table.ts";
import { openBenchTable } from "./open-table.ts";
import { seededId } from "./seed-leads.ts";

const sizes = [100, 100_000] as const;
const days = 730;
const runs = 15;
const warmUps = 3;

interface Asked {
  browser: TestBrowser;
  table: Table;
  now: Date;
}

interface Question {
  name: string;
  ask(asked: Asked): Promise<unknown>;
}

const get =
  (path: string) =>
  async ({ browser }: Asked) =>
    (await browser.get(path)).text();

const search =
  (text: string) =>
  async ({ browser }: Asked) => {
    const found = await browser.post("/console/search", { text });
    return (await browser.get(found.headers.get("location") ?? "")).text();
  };

/** The page before the last one. */
async function oldestPage({ table, now }: Asked): Promise<unknown> {
  const oldest = new Date(now.getTime() - days * 0.97 * 86_400_000).toISOString();
  const options = { size: 25, now, months: 26 };
  return listLeads(table, everyLead, options, { from: oldest, towards: "newer" });
}

/** Those that show the same rows whatever else there is, and those that show a full page where there are enough. */
const questions: readonly Question[] = [
  { name: "One lead", ask: get(`/console/leads/${seededId(42)}`) },
  { name: "Search, one organization", ask: search("number000042") },
  { name: "Search, two words", ask: search("sample number000042") },
  { name: "Search, an address", ask: search("lead@firm000042.example") },
  { name: "List, newest page", ask: get("/console/leads") },
  { name: "List, a page two years down", ask: oldestPage },
  { name: "List, one industry", ask: get(listPath({ industry: "export" })) },
  { name: "List, new and A or B", ask: get(listPath({ grade: "AB", status: "new" })) },
  { name: "List, unassigned", ask: get(listPath({ owner: "none" })) },
  { name: "List, with a failed step", ask: get(listPath({ trouble: "failed" })) },
  { name: "Search, a word of all", ask: search("sample") },
  { name: "Today", ask: get("/console") },
  { name: "Funnel, 90 days", ask: get("/console/funnel?days=90") },
];

interface Measured {
  name: string;
  median: number;
  rows: number;
}

function rowsIn(answer: unknown): number {
  if (typeof answer === "string") return answer.split("<tr data-lead").length - 1;
  const rows: unknown = answer !== null && typeof answer === "object" ? Reflect.get(answer, "rows") : [];
  return Array.isArray(rows) ? rows.length : 0;
}

async function measure({ name, ask }: Question, asked: Asked): Promise<Measured> {
  const times: number[] = [];
  let rows = 0;
  for (let run = 0; run < warmUps + runs; run += 1) {
    const start = performance.now();
    rows = rowsIn(await ask(asked));
    if (run >= warmUps) times.push(performance.now() - start);
  }
  return { name, median: quantile(times, 0.5) ?? 0, rows };
}

async function measureWith(count: number): Promise<Measured[]> {
  const { table, now, close } = await openBenchTable(count, days);
  try {
    const app: TestConsole = createTestConsole(table, { now: () => now });
    const browser = await signedIn(app, "sales");
    await browser.get("/console/leads");
    const measured: Measured[] = [];
    for (const question of questions) measured.push(await measure(question, { browser, table, now }));
    return measured;
  } finally {
    await close();
  }
}

/** Returns what each question takes with few and with many leads. */
export async function bench(): Promise<readonly BenchTable[]> {
  const [few, many] = [await measureWith(sizes[0]), await measureWith(sizes[1])];
  const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
  return [
    {
      title: "Console: list and search",
      columns: ["what", "100 leads", "rows", "100,000 leads", "rows", "ratio"],
      rows: few.map(({ name, median, rows }, at) => {
        const other = many[at] ?? { median: 0, rows: 0 };
        const ratio = (other.median / median).toFixed(2);
        return [
          name,
          milliseconds(median),
          String(rows),
          milliseconds(other.median),
          String(other.rows),
          ratio,
        ];
      }),
      notes: [
        `Median of ${runs} requests through the whole console; the DynamoDB stand-in runs beside it on this machine. Leads are spread over ${days} days.`,
        "Where more rows are shown, more is read and made: compare those with equal rows.",
      ],
    },
  ];
}
