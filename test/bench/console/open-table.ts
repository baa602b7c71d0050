import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createTable } from "#functions/store/create-table.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { localAws } from "../../functions/local-services.ts";

const entry = fileURLToPath(new URL("./table-process.ts", import.meta.url));

export interface BenchTableServer {
  table: Table;
  close(): Promise<void>;
}

/** Starts an empty table on disk, in a process of its own. */
export async function openBenchTable(): Promise<BenchTableServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "console-bench-"));
  const child = fork(entry, [folder]);
  const [endpoint] = await once(child, "message");
  const table = openTable("funnel", { ...localAws, endpoint: String(endpoint) });
  await createTable(table);
  return {
    table,
    async close() {
      table.client.destroy();
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
