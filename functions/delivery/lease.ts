import type { Assessment, Step } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import type { Table } from "#functions/store/table.ts";

/** Somebody else has the lease by now, or the assessment was deleted: stop, and write nothing more. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

export interface Lease {
  table: Table;
  assessmentId: string;
  owner: string;
  leaseMs: number;
  now: () => Date;
}

/** What the holder of a lease does next: kept in the lease, so that a crash tells what it was over. */
export type Plan = (steps: readonly Step[]) => Step["name"] | undefined;

export interface TakeLeaseRules {
  plan: Plan;
  /** The steps after somebody died over this one. */
  afterCrash: (steps: readonly Step[], over: Step["name"]) => Step[];
}

const held = ({ owner, leaseMs, now }: Lease, trying: Step["name"] | undefined): Assessment["lease"] =>
  trying === undefined ? null : { owner, until: new Date(now().getTime() + leaseMs).toISOString(), trying };

/**
 * Returns the assessment once it is ours alone; "idle" when nothing is due (any more), "busy" while another worker
 * has it, "gone" when it was deleted.
 */
export async function takeLease(
  lease: Lease,
  { plan, afterCrash }: TakeLeaseRules,
): Promise<Assessment | "idle" | "busy" | "gone"> {
  let refused: "idle" | "busy" | "gone" = "gone";
  const taken = await changeAssessment(lease.table, lease.assessmentId, ({ steps, lease: left }) => {
    const abandoned = left !== null && left.owner !== lease.owner;
    if (abandoned && Date.parse(left.until) > lease.now().getTime()) {
      refused = "busy";
      return null;
    }
    const after = abandoned && left.trying !== undefined ? afterCrash(steps, left.trying) : [...steps];
    const trying = plan(after);
    if (trying === undefined && left === null) {
      refused = "idle";
      return null;
    }
    return { steps: after, lease: held(lease, trying) };
  });
  if (taken === null) return refused;
  return taken.lease === null ? "idle" : taken;
}

/**
 * Returns the assessment after its steps were changed under the lease, which starts anew with it for what is
 * planned next, and ends where nothing is.
 * @param seen the assessment as last seen
 * @throws LeaseLost
 */
export async function changeUnderLease(
  lease: Lease,
  seen: Assessment,
  change: (steps: readonly Step[], assessment: Assessment) => Step[],
  plan: Plan,
): Promise<Assessment> {
  const changed = await changeAssessment(
    lease.table,
    lease.assessmentId,
    (assessment) => {
      if (assessment.lease?.owner !== lease.owner) return null;
      const steps = change(assessment.steps, assessment);
      return { steps, lease: held(lease, plan(steps)) };
    },
    seen,
  );
  if (changed === null)
    throw new LeaseLost("The lease is held by another worker, or its assessment is gone.");
  return changed;
}

/** Gives the lease back, if it is still ours. */
export async function releaseLease(lease: Lease): Promise<void> {
  await changeAssessment(lease.table, lease.assessmentId, (assessment) =>
    assessment.lease?.owner === lease.owner ? { lease: null } : null,
  );
}
