import { EnvironmentError } from "#functions/environment.ts";
import { HandOverError } from "#functions/hand-over.ts";
import { MailTextError } from "#shared/follow-ups/mail-text.ts";
import { FunnelConfigError } from "#shared/funnel-config.ts";
import { SiteBuildError } from "./build-site.ts";

/** A local start that cannot go on; the message says what to do. */
export class LocalStartError extends Error {
  override name = "LocalStartError";
}

const told = [
  FunnelConfigError,
  EnvironmentError,
  HandOverError,
  MailTextError,
  SiteBuildError,
  LocalStartError,
];

/** Says what an operator can mend in words; anything else is a fault of ours and keeps its stack. */
export function reportFailure(error: unknown): void {
  if (!(error instanceof Error) || !told.some((kind) => error instanceof kind)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
