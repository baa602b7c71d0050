/** `npm run mail:preview`: shows every mail with sample data. Edit a content file and reload the page. */
import { serve } from "@hono/node-server";
import { reportFailure } from "./failure.ts";
import { freePort } from "./free-port.ts";
import { localHost } from "./listen.ts";
import { loadConfig } from "./load-config.ts";
import { previewMails } from "./preview-mails.ts";
import { previewApp } from "./preview-server.tsx";
import { stopOnSignal } from "./run-until-stopped.ts";
import { readSettings } from "./settings.ts";

try {
  const { previewPort } = readSettings(process.env);
  const app = previewApp(previewMails(await loadConfig()));
  const port = await freePort(previewPort, localHost);
  const server = serve({ fetch: app.fetch, port, hostname: localHost });
  stopOnSignal(() => new Promise((resolve) => server.close(() => resolve())));
  process.stdout.write(
    `\n  Mails   http://localhost:${port}\n\n  Reload after editing functions/mail/follow-ups/*.yaml. Ctrl-C stops.\n\n`,
  );
} catch (error) {
  reportFailure(error);
}
