/** What AWS is to a run: table and mailbox behind faults, in a process that outlives none of its own deaths. */
import { z } from "zod";
import { createTable } from "#functions/store/create-table.ts";
import { mendDueIndex } from "../../infra/local/mend-due-index.ts";
import { createFaultPlan } from "./fault-plan.ts";
import { startMailFront } from "./mail-front.ts";
import { tableFor } from "./places.ts";
import { faultSettingsSchema } from "./settings.ts";
import { startTableFront } from "./table-front.ts";

const environment = z
  .object({
    FAULT_SETTINGS: z.string(),
    DATA_FOLDER: z.string(),
    MAIL_LOG: z.string(),
    TABLE_PORT: z.coerce.number(),
    MAIL_PORT: z.coerce.number(),
    AHEAD_MS: z.coerce.number(),
  })
  .parse(process.env);

let aheadMs = environment.AHEAD_MS;
const tell = (message: object) => process.send?.(message);
const met = (boundary: string, fault: string) => tell({ kind: "met", boundary, fault });
const plan = createFaultPlan(faultSettingsSchema.parse(JSON.parse(environment.FAULT_SETTINGS)));

const table = await startTableFront(environment.DATA_FOLDER, environment.TABLE_PORT, plan, {
  owed: (id) => tell({ kind: "owed", id }),
  written: (id, seen) => tell({ kind: "written", id, seen }),
  met,
});
const looking = tableFor("run", `http://127.0.0.1:${table.port}`);
await createTable(looking);
await mendDueIndex(looking);
table.open();
const mail = await startMailFront(environment.MAIL_PORT, plan, {
  log: environment.MAIL_LOG,
  now: () => Date.now() + aheadMs,
  accepted: (accepted) => tell({ kind: "accepted", mail: accepted }),
  met,
});

process.on("message", (message) => {
  aheadMs = z.object({ aheadMs: z.number() }).parse(message).aheadMs;
});
process.on("disconnect", () => process.exit(0));
tell({ kind: "serving", tablePort: table.port, mailPort: mail.port });
