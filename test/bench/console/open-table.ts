import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createTable } from "#functions/store/create-table.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { tableDefinition } from "#functions/store/table-definition.ts";
import { localAws } from "../../functions/local-services.ts";
import { testConfig, testSecrets } from "../../functions/test-app.ts";
import { itemMaker, seedLeads } from "./seed-leads.ts";

const entry = fileURLToPath(new URL("./table-process.ts", import.meta.url));
const kept = fileURLToPath(new URL("../../../.build/console-bench/", import.meta.url));

export interface BenchTable {
  table: Table;
  /** The clock of its leads: the newest came a minute before. */
  now: Date;
  close(): Promise<void>;
}

const options = (count: number, days: number, now: Date) => ({
  ...{ count, days, now },
  addressSecret: testSecrets.address,
  config: testConfig,
});

/** Writing many leads takes minutes, so a table is kept for the next run until table or leads are made otherwise. */
function folderOf(count: number, days: number): string {
  const [first, last] = [0, count - 1].map(itemMaker(options(count, days, new Date("2026-11-25"))));
  const made = JSON.stringify([tableDefinition, first, last]);
  return path.join(kept, `${count}-${createHash("sha256").update(made).digest("hex").slice(0, 12)}`);
}

/** Opens a table of so many leads over so many days, on disk, in a process of its own. */
export async function openBenchTable(count: number, days: number): Promise<BenchTable> {
  const folder = folderOf(count, days);
  const seededAt = path.join(folder, "seeded-at");
  const isSeeded = existsSync(seededAt);
  if (!isSeeded) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const child = fork(entry, [path.join(folder, "table")]);
  const [endpoint] = await once(child, "message");
  const table = openTable("funnel", { ...localAws, endpoint: String(endpoint) });
  const now = isSeeded ? new Date(readFileSync(seededAt, "utf8")) : new Date();
  if (!isSeeded) {
    process.stderr.write(`  writing ${count.toLocaleString("en-US")} leads…\n`);
    await createTable(table);
    await seedLeads(table, options(count, days, now));
    writeFileSync(seededAt, now.toISOString());
  }
  return {
    table,
    now,
    async close() {
      table.client.destroy();
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
