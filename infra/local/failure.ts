import { FunnelConfigError } from "#shared/funnel-config.ts";
import { SiteBuildError } from "./build-site.ts";

/** A local start that cannot go on; the message says what to do. */
export class LocalStartError extends Error {
  override name = "LocalStartError";
}

/** Says what an operator can mend in words; anything else is a fault of ours and keeps its stack. */
export function reportFailure(error: unknown): void {
  const told =
    error instanceof FunnelConfigError || error instanceof SiteBuildError || error instanceof LocalStartError;
  if (!told) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
