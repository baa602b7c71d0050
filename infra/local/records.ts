/** `npm run records`: writes the records of processing from the code's own schema and funnel.config.ts. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { recordsOfProcessing } from "#functions/privacy/records-of-processing.ts";
import { reportFailure } from "./failure.ts";
import { root } from "./folders.ts";
import { loadConfig } from "./load-config.ts";

const file = "functions/privacy/records-of-processing.md";

try {
  writeFileSync(path.join(root, file), recordsOfProcessing(await loadConfig()));
  process.stdout.write(`${file}\n`);
} catch (error) {
  reportFailure(error);
}
