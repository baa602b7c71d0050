/** Whether a mail to a prospect may go now. */
import { addressKey, readAddress, takeMailSlot } from "#functions/store/addresses.ts";
import type { Assessment, StepName } from "#functions/store/assessment-item.ts";
import type { Table } from "#functions/store/table.ts";

export type Permission =
  | { kind: "send" }
  /** Not wanted; `reason` is the code kept with the step. */
  | { kind: "skip"; reason: "suppressed" | "already-confirmed" }
  /** Over a daily limit. */
  | { kind: "defer"; until: Date };

export interface PermissionInput {
  table: Table;
  addressSecret: string;
  requestedPerDay: number;
  now: Date;
}

function nextUtcDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
}

/** Returns whether the step's mail may go; the sales notice always may. */
export async function permissionFor(
  assessment: Assessment,
  name: StepName,
  { table, addressSecret, requestedPerDay, now }: PermissionInput,
): Promise<Permission> {
  if (name === "sales-notice") return { kind: "send" };
  const addressHash = addressKey(addressSecret, assessment.contact.email);
  const { suppressed, confirmedAt } = await readAddress(table, addressHash);
  if (suppressed !== undefined) return { kind: "skip", reason: "suppressed" };
  if (name === "confirmation" && confirmedAt !== undefined)
    return { kind: "skip", reason: "already-confirmed" };
  // A confirmation goes to somebody who may never have asked: one a day, out of the same daily number.
  const slots = [
    { kind: "requested" as const, limit: requestedPerDay },
    ...(name === "confirmation" ? [{ kind: "confirmation" as const, limit: 1 }] : []),
  ];
  const mailId = `${assessment.id}_${name}`;
  for (const slot of slots.reverse())
    if (!(await takeMailSlot(table, addressHash, { ...slot, mailId, now })))
      return { kind: "defer", until: nextUtcDay(now) };
  return { kind: "send" };
}
