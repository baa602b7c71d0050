/** `npm run build`: checks funnel.config.ts and the texts of the follow-ups, and builds what changed. */

import { readMailTexts } from "#functions/mail/read-mail-texts.ts";
import { buildSite } from "./build-site.ts";
import { reportFailure } from "./failure.ts";
import { mailTextsFolder } from "./folders.ts";
import { loadConfig } from "./load-config.ts";

try {
  await loadConfig();
  readMailTexts(mailTextsFolder);
  const built = await buildSite((line) => process.stdout.write(`${line}\n`));
  process.stdout.write(built ? "The site is built.\n" : "The site is up to date.\n");
} catch (error) {
  reportFailure(error);
}
