import { doStep, type StepDependencies } from "#functions/delivery/do-step.ts";
import { type Lease, LeaseLost, releaseLease, takeLease } from "#functions/delivery/lease.ts";
import { createThrottle } from "#functions/delivery/throttle.ts";
import {
  type Assessment,
  isOpen,
  type Step,
  type StepName,
  stepNames,
} from "#functions/store/assessment-item.ts";
import type { Table } from "#functions/store/table.ts";

export interface WorkerDependencies extends StepDependencies {
  table: Table;
  /** A new name for each lease. */
  newOwner: () => string;
}

/**
 * settled: whatever was due has been tried once. busy: another worker has it, or took it over.
 * paused: SES asked for fewer mails, so not everything was tried. gone: there is no such assessment.
 */
export type DeliveryResult = "settled" | "busy" | "paused" | "gone";

export interface Worker {
  deliver(assessmentId: string): Promise<DeliveryResult>;
}

function dueStep({ steps }: Assessment, name: StepName, now: Date): Step | undefined {
  return steps.find((step) => step.name === name && isOpen(step) && Date.parse(step.dueAt) <= now.getTime());
}

/** Returns the worker that does the due steps of one assessment at a time, in order, each on its own. */
export function createWorker(dependencies: WorkerDependencies): Worker {
  const { table, policy, now, random } = dependencies;
  const throttle = createThrottle(policy.backoff, random);

  async function doDueSteps(lease: Lease, taken: Assessment): Promise<DeliveryResult> {
    let assessment = taken;
    for (const name of stepNames) {
      const step = dueStep(assessment, name, now());
      if (step === undefined) continue;
      if (throttle.pausedUntil(now()) !== null) return "paused";
      assessment = await doStep({ ...dependencies, lease, throttle, assessment }, step);
    }
    return "settled";
  }

  return {
    async deliver(assessmentId) {
      if (throttle.pausedUntil(now()) !== null) return "paused";
      const lease = { table, assessmentId, owner: dependencies.newOwner(), leaseMs: policy.leaseMs, now };
      const taken = await takeLease(lease);
      if (taken === "busy" || taken === "gone") return taken;
      try {
        return await doDueSteps(lease, taken);
      } catch (error) {
        if (error instanceof LeaseLost) return "busy";
        throw error;
      } finally {
        await releaseLease(lease);
      }
    },
  };
}
