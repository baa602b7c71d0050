/** Whether a mail to a prospect may go now. */
import { addressKey, readAddress, takeMailSlot } from "#functions/store/addresses.ts";
import type { Assessment, StepName } from "#functions/store/assessment-item.ts";
import type { Table } from "#functions/store/table.ts";

export type Permission =
  | { kind: "send" }
  /** Not wanted; `reason` is the code kept with the step. */
  | { kind: "skip"; reason: "suppressed" | "already-confirmed" | "over-limit" }
  /** Over a daily limit. */
  | { kind: "defer"; until: Date };

export interface PermissionInput {
  table: Table;
  addressSecret: string;
  requestedPerDay: number;
  now: Date;
}

/** Most mails in a UTC day to an address whose owner has never pressed the button, whatever they are. */
export const unprovenPerDay = 1;

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
  const limit = confirmedAt === undefined ? unprovenPerDay : requestedPerDay;
  const mailId = `${assessment.id}_${name}`;
  if (await takeMailSlot(table, addressHash, { mailId, limit, now })) return { kind: "send" };
  // Waits once: whoever names a stranger a hundred times must not have them mailed on each of the next hundred days.
  const waited = assessment.steps.some((step) => step.name === name && step.state === "deferred");
  return waited ? { kind: "skip", reason: "over-limit" } : { kind: "defer", until: nextUtcDay(now) };
}
