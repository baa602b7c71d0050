import { createServer } from "node:net";
import { LocalStartError } from "./failure.ts";
import { listen } from "./listen.ts";

const triesAbove = 50;

async function isFree(port: number, host: string): Promise<boolean> {
  const probe = createServer();
  try {
    await listen(probe, port, host);
    return true;
  } catch {
    return false;
  } finally {
    await new Promise<void>((resolve) => (probe.listening ? probe.close(() => resolve()) : resolve()));
  }
}

/**
 * Returns the port, or the next free one above it.
 * @param taken ports promised to somebody else already
 * @throws LocalStartError when fifty in a row are in use
 */
export async function freePort(wanted: number, host: string, taken: readonly number[] = []): Promise<number> {
  for (let port = wanted; port < wanted + triesAbove; port += 1)
    if (!taken.includes(port) && (await isFree(port, host))) return port;
  throw new LocalStartError(
    `Ports ${wanted} to ${wanted + triesAbove - 1} are all in use. Set PORT or MAIL_PORT to a free one.`,
  );
}
