/** Whether a mail to a prospect may go now. */
import { followUpRefusal } from "#functions/delivery/follow-up-refusal.ts";
import { noticeRefusal } from "#functions/delivery/notice-refusal.ts";
import { stepId } from "#functions/delivery/step-id.ts";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { overLimit } from "#functions/delivery/undelivered.ts";
import {
  type Address,
  addressKey,
  type MailKind,
  readAddress,
  takeMailSlot,
} from "#functions/store/addresses.ts";
import type { Assessment, Step } from "#functions/store/assessment-item.ts";
import { mailHealth } from "#functions/store/mail-health.ts";
import type { Table } from "#functions/store/table.ts";

/** `reason` is the code kept with the step. */
export type Permission =
  | { kind: "send" }
  /** Not wanted. */
  | { kind: "skip"; reason: string }
  | { kind: "defer"; until: Date; reason: string };

export interface PermissionInput {
  table: Table;
  addressSecret: string;
  requestedPerDay: number;
  now: Date;
}

/** Most mails in a UTC day to an address whose owner has never pressed the button, whatever they are. */
export const unprovenPerDay = 1;
const day = 86_400_000;

function nextUtcDay(now: Date): Date {
  return new Date((Math.floor(now.getTime() / day) + 1) * day);
}

async function refusal(
  assessment: Assessment,
  { name }: Step,
  address: Address,
  input: PermissionInput,
): Promise<Permission | null> {
  if (address.suppressed !== undefined) return skip(`suppressed-${address.suppressed.why}`);
  if (name === "confirmation" && address.confirmedAt !== undefined) return skip("already-confirmed");
  if (!stepKinds[name].needsConsent) return null;
  const unwanted = followUpRefusal(assessment, address);
  if (unwanted !== null) return skip(unwanted);
  const { healthy } = await mailHealth(input.table, input.now);
  return healthy ? null : defer(new Date(input.now.getTime() + day), "reputation");
}

const skip = (reason: string): Permission => ({ kind: "skip", reason });
const defer = (until: Date, reason: string): Permission => ({ kind: "defer", until, reason });

/** Returns whether a step may be done; what tells sales or another system nearly always may. */
export async function permissionFor(
  assessment: Assessment,
  step: Step,
  input: PermissionInput,
): Promise<Permission> {
  const { to, slots } = stepKinds[step.name];
  if (to !== "prospect") {
    const unwanted = noticeRefusal(assessment, step.name);
    return unwanted === null ? { kind: "send" } : skip(unwanted);
  }
  const { table, addressSecret, requestedPerDay, now } = input;
  const addressHash = addressKey(addressSecret, assessment.contact.email);
  const address = await readAddress(table, addressHash);
  const refused = await refusal(assessment, step, address, input);
  if (refused !== null) return refused;
  const unproven = address.confirmedAt === undefined;
  const limits: Record<MailKind, number> = {
    requested: unproven ? unprovenPerDay : requestedPerDay,
    followUp: 1,
  };
  const mailId = stepId({ assessmentId: assessment.id, name: step.name });
  for (const kind of slots) {
    if (await takeMailSlot(table, addressHash, { kind, limit: limits[kind], mailId, now })) continue;
    // Waits once: whoever names a stranger a hundred times must not have them mailed on each of the next hundred days.
    return unproven && step.state === "deferred" ? skip(overLimit) : defer(nextUtcDay(now), "daily-limit");
  }
  return { kind: "send" };
}
