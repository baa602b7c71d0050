/**
 * `npm run faults`: a long run, and its account. `npm run faults -- --seed 42 --submissions 2000` plays that one.
 * The same seed meets the same faults, as far as processes that run at once can be made to.
 */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { printed } from "./account-tables.ts";
import { runFaults } from "./fault-run.ts";
import { faultSettingsSchema } from "./settings.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(randomInt(1_000_000)) },
    submissions: { type: "string", default: "2000" },
    "real-reports": { type: "string", default: "0.001" },
    "kills-per-boundary": { type: "string", default: "5" },
    killers: { type: "string", default: "2" },
  },
});
const settings = faultSettingsSchema.parse({
  seed: values.seed,
  submissions: values.submissions,
  realReports: values["real-reports"],
  killsPerBoundary: values["kills-per-boundary"],
  killers: values.killers,
});

process.stderr.write(`Seed ${settings.seed}, ${settings.submissions} submissions.\n`);
const run = await runFaults(settings, (line) => process.stderr.write(`${line}\n`));
process.stdout.write(`${printed(settings, run)}\n`);
if (run.account.faults.length > 0) process.exit(1);
process.exit(0);
