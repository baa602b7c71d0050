/** Whether a mail to a prospect may go now. */
import { clockOf, followUpDayOf } from "#functions/delivery/follow-up-day.ts";
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
import { readMailChoice } from "#functions/store/mail-choices.ts";
import { mailHealth } from "#functions/store/mail-health.ts";
import type { Table } from "#functions/store/table.ts";
import { isWanted } from "#shared/follow-ups/mail-choice.ts";
import { isBusinessTime, localDate, nextDayTime, nextSendTime } from "#shared/follow-ups/send-window.ts";

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
  /** The operator has switched the series off. */
  followUpsOff?: boolean | undefined;
  now: Date;
}

/** Most mails in a UTC day to an address whose owner has never pressed the button, whatever they are. */
export const unprovenPerDay = 1;
const day = 86_400_000;

function nextUtcDay(now: Date): Date {
  return new Date((Math.floor(now.getTime() / day) + 1) * day);
}

interface Recipient {
  assessment: Assessment;
  step: Step;
  address: Address;
  addressHash: string;
}

const seedOf = ({ id }: Assessment, { name }: Step) => stepId({ assessmentId: id, name });

/** Returns why a mail of the series does not go now, or null when it does. */
async function followUpObstacle(
  { assessment, step, address, addressHash }: Recipient,
  { table, followUpsOff, now }: PermissionInput,
): Promise<Permission | null> {
  if (followUpsOff) return skip("switched-off");
  const unwanted = followUpRefusal(assessment, address);
  if (unwanted !== null) return skip(unwanted);
  const choice = await readMailChoice(table, addressHash);
  const followUpDay = followUpDayOf(step.name);
  if (choice === "none") return skip("unsubscribed");
  if (followUpDay !== null && !isWanted(choice, followUpDay)) return skip("not-chosen");
  const clock = clockOf(assessment);
  const seed = seedOf(assessment, step);
  if (!isBusinessTime(clock, now)) return defer(nextSendTime(clock, now, seed), "outside-hours");
  const { healthy } = await mailHealth(table, now);
  return healthy ? null : defer(nextDayTime(clock, now, seed), "reputation");
}

async function refusal(recipient: Recipient, input: PermissionInput): Promise<Permission | null> {
  const { step, address } = recipient;
  if (address.suppressed !== undefined) return skip(`suppressed-${address.suppressed.why}`);
  if (step.name === "confirmation" && address.confirmedAt !== undefined) return skip("already-confirmed");
  return stepKinds[step.name].needsConsent ? followUpObstacle(recipient, input) : null;
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
  const refused = await refusal({ assessment, step, address, addressHash }, input);
  if (refused !== null) return refused;
  const clock = clockOf(assessment);
  const unproven = address.confirmedAt === undefined;
  const limits: Record<MailKind, number> = {
    requested: unproven ? unprovenPerDay : requestedPerDay,
    followUp: 1,
  };
  const seed = seedOf(assessment, step);
  // Deleted and sent again, or moved away and back, it is another mail under the name of the one before.
  const mailId = `${seed}@${assessment.linksFrom ?? assessment.createdAt}`;
  for (const kind of slots) {
    // A day of the reader's: where theirs ends at noon UTC, two could reach them on one.
    const day = kind === "followUp" ? { date: localDate(clock, now) } : {};
    if (await takeMailSlot(table, addressHash, { kind, limit: limits[kind], mailId, now, ...day })) continue;
    if (kind === "followUp") return defer(nextDayTime(clock, now, seed), "daily-limit");
    // Waits once: whoever names a stranger a hundred times must not have them mailed on each of the next hundred days.
    return unproven && step.state === "deferred" ? skip(overLimit) : defer(nextUtcDay(now), "daily-limit");
  }
  return { kind: "send" };
}
