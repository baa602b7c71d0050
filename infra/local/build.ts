/** `npm run build`: checks funnel.config.ts and the texts of the follow-ups, and builds what changed. */

import { buildSite } from "./build-site.ts";
import { reportFailure } from "./failure.ts";
import { loadConfig } from "./load-config.ts";

try {
  await loadConfig();
  const built = await buildSite((line) => process.stdout.write(`${line}\n`));
  process.stdout.write(built ? "The site is built.\n" : "The site is up to date.\n");
} catch (error) {
  reportFailure(error);
}
