/** `npm start`: builds what changed and runs the whole funnel on this machine. */
import { buildSite } from "./build-site.ts";
import { reportFailure } from "./failure.ts";
import { startFunnel } from "./funnel.ts";
import { loadConfig } from "./load-config.ts";
import { announce, stopOnSignal } from "./run-until-stopped.ts";
import { readSettings } from "./settings.ts";

try {
  const settings = readSettings(process.env);
  const config = await loadConfig();
  await buildSite((line) => process.stdout.write(`${line}\n`));
  const funnel = await startFunnel(config, settings);
  stopOnSignal(funnel.stop);
  announce(funnel, settings);
} catch (error) {
  reportFailure(error);
}
