import { availableParallelism } from "node:os";
import path from "node:path";
import { z } from "zod";
import { LocalStartError } from "./failure.ts";
import { root } from "./folders.ts";

const port = (standard: number) => z.coerce.number().int().min(1).max(65_535).default(standard);

/** Rendering a report keeps a processor busy; more workers than processors would only cost memory. */
const standardWorkers = Math.min(availableParallelism(), 4);

const settingsSchema = z.object({
  PORT: port(4321),
  MAIL_PORT: port(8005),
  /** Port of the sign-in service of the console; a free one when left out. */
  SIGN_IN_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Processes that render and send. */
  WORKERS: z.coerce.number().int().min(1).max(16).default(standardWorkers),
  PREVIEW_PORT: port(8006),
  DATA_DIR: z.string().default(".data"),
  /** Address in mails; the local one when left out. */
  SITE_URL: z.url().optional(),
  SUBMISSIONS_PER_SOURCE_PER_HOUR: z.coerce.number().int().min(1).optional(),
});

export interface Settings {
  port: number;
  mailPort: number;
  signInPort: number;
  workers: number;
  /** Of the page that shows every mail. */
  previewPort: number;
  dataFolder: string;
  siteUrl: string | undefined;
  submissionsPerSourcePerHour: number | undefined;
}

/**
 * Returns what the environment says of a local run; an empty variable counts as absent.
 * @throws LocalStartError naming each variable at fault
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`);
    throw new LocalStartError(`The environment cannot be used:\n${lines.join("\n")}`);
  }
  const { PORT, MAIL_PORT, PREVIEW_PORT, SIGN_IN_PORT, WORKERS, DATA_DIR } = parsed.data;
  const { SITE_URL, SUBMISSIONS_PER_SOURCE_PER_HOUR } = parsed.data;
  return {
    port: PORT,
    mailPort: MAIL_PORT,
    previewPort: PREVIEW_PORT,
    signInPort: SIGN_IN_PORT,
    workers: WORKERS,
    dataFolder: path.resolve(root, DATA_DIR),
    siteUrl: SITE_URL?.replace(/\/$/, ""),
    submissionsPerSourcePerHour: SUBMISSIONS_PER_SOURCE_PER_HOUR,
  };
}
