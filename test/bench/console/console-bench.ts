/**
 * The console over 100 and over 100,000 leads, in one run: what a user waits for must not grow with the table.
 * 1,000 leads every week for two years is far above what the funnel is made for.
 */
import { deriveConsoleSecrets } from "#functions/console/console-secrets.ts";
import { listPath } from "#functions/console/leads/list-query.ts";
import { createTable } from "#functions/store/create-table.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { startTableServer } from "../../../infra/local/table-server.ts";
import { createTestConsole, signedIn, type TestBrowser } from "../../functions/console/test-console.ts";
import { localAws } from "../../functions/local-services.ts";
import { testSecrets } from "../../functions/test-app.ts";
import { type BenchTable, quantile } from "../table.ts";
import { seedLeads } from "./seed-leads.ts";

const sizes = [100, 100_000] as const;
const days = 730;
const runs = 25;

interface Question {
  name: string;
  ask(browser: TestBrowser): Promise<Response>;
}

async function search(browser: TestBrowser, text: string): Promise<Response> {
  const found = await browser.post("/console/search", { text });
  return browser.get(found.headers.get("location") ?? "");
}

const questions: readonly Question[] = [
  { name: "List, newest page", ask: (browser) => browser.get("/console/leads") },
  { name: "List, grade A and new", ask: (browser) => browser.get(listPath({ grade: "A", status: "new" })) },
  { name: "List, one industry", ask: (browser) => browser.get(listPath({ industry: "export" })) },
  { name: "List, unassigned", ask: (browser) => browser.get(listPath({ owner: "none" })) },
  { name: "List, with a failed step", ask: (browser) => browser.get(listPath({ trouble: "failed" })) },
  { name: "List, suspected", ask: (browser) => browser.get(listPath({ trouble: "suspected" })) },
  { name: "Search, one organization", ask: (browser) => search(browser, "number42") },
  { name: "Search, a word of all", ask: (browser) => search(browser, "sample") },
  { name: "Search, two words", ask: (browser) => search(browser, "firm number42") },
  { name: "Search, an address", ask: (browser) => search(browser, "lead@firm42.example") },
];

interface Measured {
  name: string;
  median: number;
}

async function measure(table: Table, count: number): Promise<Measured[]> {
  const now = new Date();
  await seedLeads(table, { count, days, now, addressSecret: testSecrets.address });
  const app = createTestConsole(table, {
    consoleSecrets: deriveConsoleSecrets("a secret of the bench, thirty-two characters and more"),
    now: () => now,
  });
  const browser = await signedIn(app, "sales");
  await browser.get("/console/leads");
  const measured: Measured[] = [];
  for (const { name, ask } of questions) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      const response = await ask(browser);
      await response.text();
      times.push(performance.now() - start);
      if (response.status !== 200) throw new Error(`${name}: ${response.status}`);
    }
    measured.push({ name, median: quantile(times, 0.5) ?? 0 });
  }
  return measured;
}

async function measureWith(count: number): Promise<Measured[]> {
  process.stderr.write(`  writing ${count.toLocaleString("en-US")} leads…\n`);
  const server = await startTableServer();
  const table = openTable("funnel", { ...localAws, endpoint: server.endpoint });
  try {
    await createTable(table);
    return await measure(table, count);
  } finally {
    table.client.destroy();
    await server.close();
  }
}

/** Returns what each question takes with few and with many leads. */
export async function bench(): Promise<readonly BenchTable[]> {
  const [few, many] = [await measureWith(sizes[0]), await measureWith(sizes[1])];
  const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
  return [
    {
      title: "Console: list and search",
      columns: ["what", "100 leads", "100,000 leads", "ratio"],
      rows: few.map(({ name, median }, at) => {
        const other = many[at]?.median ?? 0;
        return [name, milliseconds(median), milliseconds(other), (other / median).toFixed(2)];
      }),
      notes: [
        `Median of ${runs} requests through the whole console, over the DynamoDB stand-in on this machine; leads spread over ${days} days.`,
        "A page has 25 rows: with 100 leads some filters have fewer to show, which makes their ratio look worse than it is.",
      ],
    },
  ];
}
