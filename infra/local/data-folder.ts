import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LocalStartError } from "./failure.ts";

export interface DataFolder {
  table: string;
  /** Made once, so that links in mails outlive a restart. To replace it, rename it to `secret-previous`. */
  secret: string;
  /** Signed before; what it signed still opens. */
  previousSecret: string | undefined;
  /** The first secret, kept for good: hashes of addresses must stay the same. */
  hashKey: string;
  release(): Promise<void>;
}

/** Holds the address of the running table, for other commands on this machine. */
export const tableEndpointFile = "table-endpoint";

const tries = 15;
const betweenTriesMs = 200;

/** A socket dies with its process, however that ends; a file with a process number can outlive it. */
function claimAddress(folder: string): string {
  const name = `funnel-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(address);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
}

function listenAt(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(address, () => resolve(server));
  });
}

/** A funnel that is just ending gets a moment to let go. */
async function claim(folder: string): Promise<Server> {
  const address = claimAddress(folder);
  for (let tried = 0; tried < tries; tried += 1) {
    if (await answers(address)) {
      await pause(betweenTriesMs);
      continue;
    }
    rmSync(address, { force: true });
    return listenAt(address);
  }
  throw new LocalStartError(`Another funnel uses ${folder}. Stop it, or set DATA_DIR to another folder.`);
}

/** Returns what the file holds, once made. */
function keptIn(file: string, make: () => string): string {
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** Returns the secrets of a folder, made where there are none. */
export function secretsIn(folder: string): Pick<DataFolder, "secret" | "previousSecret" | "hashKey"> {
  const replaced = path.join(folder, "secret-previous");
  const previousSecret = existsSync(replaced) ? readFileSync(replaced, "utf8") : undefined;
  const secret = keptIn(path.join(folder, "secret"), () => randomBytes(32).toString("base64url"));
  const hashKey = keptIn(path.join(folder, "hash-key"), () => previousSecret ?? secret);
  return { secret, previousSecret, hashKey };
}

/**
 * Opens the folder that keeps leads over restarts, for one process at a time.
 * @throws LocalStartError when another running process has it
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  mkdirSync(folder, { recursive: true });
  const held = await claim(folder);
  held.unref();
  return {
    table: path.join(folder, "table"),
    ...secretsIn(folder),
    release: () => new Promise((resolve) => held.close(() => resolve())),
  };
}
