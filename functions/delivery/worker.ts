import { doStep, type StepDependencies } from "#functions/delivery/do-step.ts";
import { type Lease, LeaseLost, type Plan, releaseLease, takeLease } from "#functions/delivery/lease.ts";
import { retriesOf } from "#functions/delivery/policy.ts";
import { crashed } from "#functions/delivery/step-outcome.ts";
import { createThrottle } from "#functions/delivery/throttle.ts";
import { withUndeliveredNotice } from "#functions/delivery/undelivered.ts";
import { type Assessment, isOpen, type Step, stepNames } from "#functions/store/assessment-item.ts";
import { postponeAssessment } from "#functions/store/assessments.ts";
import { TableUnavailable } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

export interface WorkerDependencies extends StepDependencies {
  table: Table;
  /** A new name for each lease. */
  newOwner: () => string;
}

/**
 * settled: whatever was due has been tried once. busy: another worker has it, or took it over.
 * paused: SES asked for fewer mails, so not everything was tried. gone: there is no such assessment.
 * put off: it cannot be worked on, for instance because what is stored cannot be read.
 */
export type DeliveryResult = "settled" | "busy" | "paused" | "gone" | "put off";

export interface Worker {
  /** @throws TableUnavailable */
  deliver(assessmentId: string): Promise<DeliveryResult>;
  /** Until when SES wants no mail from this worker; null when it takes them. */
  pausedUntil(): Date | null;
}

/** Returns the worker that does the due steps of one assessment at a time, in order, each on its own. */
export function createWorker(dependencies: WorkerDependencies): Worker {
  const { table, policy, now, random, log } = dependencies;
  const throttle = createThrottle(policy.throttle, random);
  const pausedUntil = () => throttle.pausedUntil(now());

  const afterCrash = (steps: readonly Step[], over: Step["name"]) => {
    const rules = { ...retriesOf(over, policy), random };
    const changed = steps.map((step) => (step.name === over ? crashed(step, now(), rules) : step));
    return withUndeliveredNotice(changed, now());
  };

  /** The first due step that was not tried in this round, however short the wait after a failure may be. */
  const planWithout =
    (tried: ReadonlySet<Step["name"]>): Plan =>
    (steps) => {
      const isDue = (step: Step) => isOpen(step) && Date.parse(step.dueAt) <= now().getTime();
      const due = new Set(steps.filter(isDue).map(({ name }) => name));
      return pausedUntil() === null ? stepNames.find((name) => due.has(name) && !tried.has(name)) : undefined;
    };

  async function doDueSteps(lease: Lease, taken: Assessment, tried: Set<Step["name"]>): Promise<void> {
    let assessment = taken;
    for (;;) {
      const step = assessment.steps.find(({ name }) => name === assessment.lease?.trying);
      if (step === undefined) return;
      tried.add(step.name);
      const doing = { ...dependencies, lease, throttle, assessment, next: planWithout(tried) };
      assessment = await doStep(doing, step);
    }
  }

  async function deliverUnderLease(lease: Lease): Promise<DeliveryResult> {
    const tried = new Set<Step["name"]>();
    const taken = await takeLease(lease, { plan: planWithout(tried), afterCrash });
    if (taken === "busy" || taken === "gone") return taken;
    if (taken !== "idle") await doDueSteps(lease, taken, tried);
    return pausedUntil() === null ? "settled" : "paused";
  }

  /** After an error nobody expected the assessment must neither be lost nor come first again and again. */
  async function putOff({ assessmentId }: Lease, error: unknown): Promise<DeliveryResult> {
    const name = error instanceof Error ? error.name : "unknown";
    log.error("assessment put off", { assessment: assessmentId, error: name });
    await postponeAssessment(table, assessmentId, new Date(now().getTime() + policy.putOffMs));
    return "put off";
  }

  return {
    pausedUntil,
    async deliver(assessmentId) {
      if (pausedUntil() !== null) return "paused";
      const lease = { table, assessmentId, owner: dependencies.newOwner(), leaseMs: policy.leaseMs, now };
      try {
        return await deliverUnderLease(lease);
      } catch (error) {
        if (error instanceof LeaseLost) return "busy";
        if (!(error instanceof TableUnavailable)) return putOff(lease, error);
        // Only tried: where the table takes this neither, the lease ends by itself.
        await releaseLease(lease).catch(() => undefined);
        throw error;
      }
    },
  };
}
