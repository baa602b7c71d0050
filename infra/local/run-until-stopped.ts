import type { Funnel } from "./funnel.ts";
import type { Settings } from "./settings.ts";

const patienceMs = 15_000;
const echoMs = 1_500;

function moved(wanted: number, got: string, name: string): string {
  return got.endsWith(`:${wanted}`) ? "" : `   (${name} ${wanted} is in use)`;
}

/** Says where everything is. */
export function announce({ siteUrl, mailboxUrl, dataFolder, port }: Funnel, settings: Settings): void {
  const lines = [
    "",
    `  Site and assessment   ${siteUrl}${port === settings.port ? "" : `   (port ${settings.port} is in use)`}`,
    `  Console               ${siteUrl}/console`,
    `  Mailbox               ${mailboxUrl}${moved(settings.mailPort, mailboxUrl, "port")}`,
    `  Data                  ${dataFolder}`,
    "",
    "  Ctrl-C stops everything; every lead is kept.",
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/**
 * Stops cleanly on the first Ctrl-C or SIGTERM, at once on a later one.
 * A terminal signals every process of the group and npm passes the signal on: those echoes are one request to stop.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let askedAt: number | null = null;
  const onSignal = () => {
    if (askedAt !== null) {
      if (performance.now() - askedAt > echoMs) process.exit(1);
      return;
    }
    askedAt = performance.now();
    const tooLong = setTimeout(() => process.exit(1), patienceMs);
    tooLong.unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
}
