import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createTable } from "#functions/store/create-table.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { localAws } from "../../functions/local-services.ts";

export interface SeparateTable {
  table: Table;
  /** Calls made through the table's client so far. */
  calls: () => number;
  close(): void;
}

/** Starts an empty table in a process of its own and counts the calls made to it. */
export async function startSeparateTable(): Promise<SeparateTable> {
  const child = fork(fileURLToPath(new URL("table-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  const [endpoint] = await once(child, "message");
  const table = openTable("funnel", { ...localAws, endpoint: String(endpoint) });
  await createTable(table);
  let calls = 0;
  table.client.middlewareStack.add(
    (next) => (args) => {
      calls += 1;
      return next(args);
    },
    { step: "initialize", name: "countCalls" },
  );
  return {
    table,
    calls: () => calls,
    close() {
      table.client.destroy();
      child.kill();
    },
  };
}
