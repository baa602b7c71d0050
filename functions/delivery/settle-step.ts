import type { Doing } from "#functions/delivery/do-step.ts";
import { changeUnderLease } from "#functions/delivery/lease.ts";
import * as outcome from "#functions/delivery/step-outcome.ts";
import { withUndeliveredNotice } from "#functions/delivery/undelivered.ts";
import type { Assessment, Step } from "#functions/store/assessment-item.ts";

/** Writes what became of the step and goes on to the next one; a step is added once. */
export function settle(doing: Doing, settled: Step, added: readonly Step[] = []): Promise<Assessment> {
  const { lease, assessment, next, now } = doing;
  const change = (steps: readonly Step[], present: Assessment) => {
    if (outcome.wentElsewhere(settled, assessment, present)) return [...steps];
    const missing = added.filter(({ name }) => steps.every((other) => other.name !== name));
    const changed = steps.map((step) =>
      step.name === settled.name ? outcome.settledWith(step, settled) : step,
    );
    return withUndeliveredNotice([...changed, ...missing], now());
  };
  return changeUnderLease(lease, assessment, change, next);
}

/** Logs a try that failed. */
export function tell(
  { log, assessment }: Doing,
  { name, state, attempts, lastError }: Step,
  error: unknown,
): void {
  log.error("step not done", {
    assessment: assessment.id,
    step: name,
    state,
    attempts,
    code: lastError,
    error: error instanceof Error ? error.name : "unknown",
  });
}
