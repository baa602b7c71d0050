/** `npm run dev`: pages reload as they change, and this process starts again when a function or shared code does. */
import { dev } from "astro";
import { buildSite } from "./build-site.ts";
import { reportFailure } from "./failure.ts";
import { root } from "./folders.ts";
import { freePort } from "./free-port.ts";
import { startFunnel } from "./funnel.ts";
import { localHost } from "./listen.ts";
import { loadConfig } from "./load-config.ts";
import { announce, stopOnSignal } from "./run-until-stopped.ts";
import { readSettings } from "./settings.ts";

/** Answered by the functions; /_astro holds the built styles that private pages use. */
const functionPaths = ["/api", "/r/", "/console", "/_astro"];

try {
  const settings = readSettings(process.env);
  const config = await loadConfig();
  // Private pages stand in the built frame.
  await buildSite((line) => process.stdout.write(`${line}\n`));
  const pagesPort = await freePort(settings.port, localHost);
  const pagesUrl = `http://localhost:${pagesPort}`;
  const funnel = await startFunnel(config, {
    ...settings,
    port: pagesPort + 1,
    siteUrl: settings.siteUrl ?? pagesUrl,
  });
  const target = `http://localhost:${funnel.port}`;
  const pages = await dev({
    root: `${root}site`,
    server: { port: pagesPort, host: localHost },
    vite: { server: { proxy: Object.fromEntries(functionPaths.map((path) => [path, target])) } },
  });
  stopOnSignal(async () => {
    await pages.stop();
    await funnel.stop();
  });
  announce({ ...funnel, port: pagesPort }, settings);
} catch (error) {
  reportFailure(error);
}
