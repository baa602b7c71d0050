/** `npm run samples`: renders the labeled sample reports that the site offers. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { reportFailure } from "./failure.ts";
import { loadConfig } from "./load-config.ts";
import { sampleIds, samplePdf, samplesFolder } from "./sample-reports.ts";

try {
  const config = await loadConfig();
  mkdirSync(samplesFolder, { recursive: true });
  for (const id of sampleIds()) {
    const bytes = await samplePdf(id, config);
    writeFileSync(path.join(samplesFolder, `${id}.pdf`), bytes);
    process.stdout.write(`${id}.pdf, ${Math.round(bytes.length / 1024)} KB\n`);
  }
} catch (error) {
  reportFailure(error);
}
