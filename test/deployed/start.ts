/** Runs the synthesized assembly as `npm start` runs the sources: same variables, same announcement. */
import path from "node:path";
import { openDataFolder } from "../../infra/local/data-folder.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { localHost } from "../../infra/local/listen.ts";
import { announce, stopOnSignal } from "../../infra/local/run-until-stopped.ts";
import { readSettings } from "../../infra/local/settings.ts";
import { readAssembly } from "./emulation/assembly.ts";
import { Deployment } from "./emulation/deployment.ts";

/** On AWS every minute; a test need not wait so long. */
const scheduleEveryMs = 3_000;

const settings = readSettings(process.env);
const data = await openDataFolder(settings.dataFolder);
const port = await freePort(settings.port, localHost);
const mailPort = await freePort(settings.mailPort, localHost, [port]);
const deployment = await Deployment.start(readAssembly(), {
  port,
  mailPort,
  tableFolder: path.join(settings.dataFolder, "table"),
});
let sweeping = Promise.resolve();
const timer = setInterval(() => {
  sweeping = sweeping.then(() => deployment.runSchedules()).catch(() => undefined);
}, scheduleEveryMs);

stopOnSignal(async () => {
  clearInterval(timer);
  await deployment.stop();
  await data.release();
});
announce(
  {
    siteUrl: deployment.siteUrl,
    mailboxUrl: deployment.mailboxUrl,
    dataFolder: data.table,
    port,
    stop: () => deployment.stop(),
  },
  settings,
);
