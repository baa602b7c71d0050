import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LocalStartError } from "./failure.ts";

export interface DataFolder {
  table: string;
  /** Made once, so that links in mails outlive a restart. */
  secret: string;
  release(): void;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function claim(pidFile: string, folder: string): void {
  const owner = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8")) : 0;
  if (owner !== 0 && owner !== process.pid && isRunning(owner))
    throw new LocalStartError(
      `Another funnel (process ${owner}) uses ${folder}. Stop it, or set DATA_DIR to another folder.`,
    );
  writeFileSync(pidFile, String(process.pid));
}

function secretIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/**
 * Opens the folder that keeps leads over restarts, for one process at a time.
 * @throws LocalStartError when another running process has it
 */
export function openDataFolder(folder: string): DataFolder {
  mkdirSync(folder, { recursive: true });
  const pidFile = path.join(folder, "process.pid");
  claim(pidFile, folder);
  return {
    table: path.join(folder, "table"),
    secret: secretIn(path.join(folder, "secret")),
    release: () => rmSync(pidFile, { force: true }),
  };
}
