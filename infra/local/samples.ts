/** `npm run samples`: renders the labeled sample reports and the checklists that the site offers as PDFs. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checklistSheets, checklistsFolder } from "./checklist-sheets.ts";
import { reportFailure } from "./failure.ts";
import { loadConfig } from "./load-config.ts";
import { sampleIds, samplePdf, samplesFolder } from "./sample-reports.ts";

function write(folder: string, id: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${id}.pdf`), bytes);
  process.stdout.write(`${id}.pdf, ${Math.round(bytes.length / 1024)} KB\n`);
}

try {
  const config = await loadConfig();
  for (const id of sampleIds()) write(samplesFolder, id, await samplePdf(id, config));
  for (const { slug, render } of checklistSheets()) write(checklistsFolder, slug, await render(config));
} catch (error) {
  reportFailure(error);
}
