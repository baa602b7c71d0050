/**
 * `npm run restore -- prod --from RESTORED_TABLE [--erased FILE] [--apply]`: copies what was lost from a table that
 * DynamoDB restored to a point in time. Without --apply it only counts.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openTable } from "#functions/store/table.ts";
import { CommandError, deployedStage, runCommand } from "./command.ts";
import { copyMissing } from "./copy-missing.ts";

const options = {
  from: { type: "string" },
  erased: { type: "string" },
  apply: { type: "boolean", default: false },
} as const;

function idsIn(file: string | undefined): Set<string> {
  if (file === undefined) return new Set();
  return new Set(readFileSync(file, "utf8").split(/\s+/).filter(Boolean));
}

await runCommand(async (args) => {
  const { values: given, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (given.from === undefined) throw new CommandError("Say which table DynamoDB restored: --from NAME.");
  const { region, output } = await deployedStage(positionals[0]);
  const live = openTable(output("TableName"), { region });
  const restored = openTable(given.from, { region });
  const erased = idsIn(given.erased);
  const {
    copied,
    kept,
    erased: left,
    skipped,
  } = await copyMissing(restored, live, { erased, apply: given.apply });
  process.stdout.write(
    `${copied} ${given.apply ? "copied" : "missing, to be copied with --apply"}; ${kept} there already and left as they are; ` +
      `${left} erased since and left out; ${skipped} limits and challenges skipped.\n`,
  );
});
