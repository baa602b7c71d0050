/**
 * `npm run demo`: fills the running funnel with 300 labeled sample leads of the last 60 days. They are written
 * straight into its table, so none of them is mailed; three more are sent the way a visitor's browser does.
 */
import { LocalStartError, reportFailure } from "./failure.ts";
import { loadConfig } from "./load-config.ts";
import { sampleSubmissions, sendSample } from "./sample-submissions.ts";
import { writeSampleLeads } from "./sample-table.ts";
import { readSettings } from "./settings.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const settings = readSettings(process.env);
  const siteUrl = `http://localhost:${settings.port}`;
  const running = await fetch(`${siteUrl}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!running)
    throw new LocalStartError(
      `No funnel answers at ${siteUrl}. Run npm start first, or set PORT to its port.`,
    );
  const { written, known } = await writeSampleLeads(settings.dataFolder, await loadConfig(), new Date());
  say(
    `${written} sample leads written to the table${known === 0 ? "" : `, ${known} were there already`}. No mail was sent for them.`,
  );
  for (const sample of sampleSubmissions)
    say(`Sent as a visitor would: ${sample.organisation}, ${await sendSample(siteUrl, sample)}`);
  say(`Their mails are in the mailbox. Console: ${siteUrl}/console`);
} catch (error) {
  reportFailure(error);
}
