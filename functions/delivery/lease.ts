import type { Assessment } from "#functions/store/assessment-item.ts";
import { type AssessmentChange, changeAssessment } from "#functions/store/assessments.ts";
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

/** Returns the assessment once it is ours alone; "busy" while another worker has it, "gone" when it was deleted. */
export async function takeLease(lease: Lease): Promise<Assessment | "busy" | "gone"> {
  const { table, assessmentId, owner, leaseMs, now } = lease;
  let found = false;
  const taken = await changeAssessment(table, assessmentId, ({ lease: held }) => {
    found = true;
    const at = now().getTime();
    if (held !== null && held.owner !== owner && Date.parse(held.until) > at) return null;
    return { lease: { owner, until: new Date(at + leaseMs).toISOString() } };
  });
  return taken ?? (found ? "busy" : "gone");
}

/**
 * Returns the assessment after a change made under the lease, which starts anew with it.
 * @throws LeaseLost
 */
export async function changeUnderLease(
  { table, assessmentId, owner, leaseMs, now }: Lease,
  change: (assessment: Assessment) => AssessmentChange,
): Promise<Assessment> {
  const changed = await changeAssessment(table, assessmentId, (assessment) => {
    if (assessment.lease?.owner !== owner) return null;
    const until = new Date(now().getTime() + leaseMs).toISOString();
    return { lease: { owner, until }, ...change(assessment) };
  });
  if (changed === null)
    throw new LeaseLost("The lease is held by another worker, or its assessment is gone.");
  return changed;
}

/** Gives the lease back. */
export async function releaseLease(lease: Lease): Promise<void> {
  await changeAssessment(lease.table, lease.assessmentId, (assessment) =>
    assessment.lease?.owner === lease.owner ? { lease: null } : null,
  );
}
