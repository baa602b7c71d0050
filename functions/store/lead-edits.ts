/** What each change makes of a lead; pure, so that it can be tried again when somebody wrote in between. */
import { type Assessment, isOpen, owedStep, type Step } from "#functions/store/assessment-item.ts";
import { isFollowUp } from "#functions/store/follow-up-steps.ts";
import type { LeadEdit } from "#functions/store/lead-changes.ts";
import {
  type LaterAction,
  type LeadRecord,
  type LeadStatus,
  type LossReason,
  leadOf,
  type Note,
  type Person,
} from "#functions/store/lead-fields.ts";

const inTouch: readonly LeadStatus[] = ["contacted", "qualified", "booked", "won"];
const met: readonly LeadStatus[] = ["booked", "won"];
/** Whoever is here wants no more reminders to be in touch. */
const followUpsEnd: readonly LeadStatus[] = ["booked", "won", "lost"];

function withoutFollowUps(steps: readonly Step[]): Step[] {
  return steps.map((step) =>
    isFollowUp(step.name) && isOpen(step) ? { ...step, state: "skipped", lastError: "stopped" } : step,
  );
}

/** Sets the status, and with "lost" the reason. A booked, won or lost lead gets no more follow-ups. */
export function setStatus(
  assessment: Assessment,
  status: LeadStatus,
  reason: LossReason | null,
  at: Date,
): LeadEdit | null {
  const record = leadOf(assessment);
  const lossReason = status === "lost" ? reason : null;
  if (assessment.status === status && record.lossReason === lossReason) return null;
  const now = at.toISOString();
  const ends = followUpsEnd.includes(status);
  const word = (one: LeadStatus, why: LossReason | null) => (why === null ? one : `${one}: ${why}`);
  return {
    what: "status",
    from: word(assessment.status, record.lossReason),
    to: word(status, lossReason),
    lead: {
      lossReason,
      firstContactAt: record.firstContactAt ?? (inTouch.includes(status) ? now : null),
      bookedAt: record.bookedAt ?? (met.includes(status) ? now : null),
      followUpsStoppedAt: record.followUpsStoppedAt ?? (ends ? now : null),
    },
    assessment: { status, ...(ends ? { steps: withoutFollowUps(assessment.steps) } : {}) },
  };
}

/** Gives the lead to somebody, or to nobody. */
export function setOwner(assessment: Assessment, owner: Person | null): LeadEdit | null {
  const before = leadOf(assessment).owner;
  if (before?.id === owner?.id) return null;
  return { what: "owner", from: before?.name ?? null, to: owner?.name ?? null, lead: { owner } };
}

/** A lead holds so many notes; together they stay far below the size of an item. */
export const mostNotes = 100;

/** Adds a note, or returns null when the lead is full of them. */
export function addNote(assessment: Assessment, note: Note): LeadEdit | null {
  const { notes } = leadOf(assessment);
  if (notes.length >= mostNotes) return null;
  return { what: "note", from: null, to: null, lead: { notes: [...notes, note] } };
}

/** Has the report mailed once more: the confirmation where nobody has confirmed yet. Null while it is on its way. */
export function resendReport({ steps }: Assessment, at: Date): LeadEdit | null {
  const step =
    steps.find(({ name }) => name === "report") ?? steps.find(({ name }) => name === "confirmation");
  if (step === undefined || isOpen(step)) return null;
  const again = owedStep(step.name, at);
  return {
    what: "resent",
    from: null,
    to: step.name,
    assessment: { steps: steps.map((one) => (one.name === step.name ? again : one)) },
  };
}

/** Stops what is still to come of the follow-ups. */
export function stopFollowUps(assessment: Assessment, at: Date): LeadEdit | null {
  if (leadOf(assessment).followUpsStoppedAt !== null) return null;
  return {
    what: "follow-ups stopped",
    from: null,
    to: null,
    lead: { followUpsStoppedAt: at.toISOString() },
    assessment: { steps: withoutFollowUps(assessment.steps) },
  };
}

/** Notes something about the address of a lead, which lies in an item of its own. */
export function noteAddress(what: "suppressed" | "suppression lifted", to: string | null): LeadEdit {
  return { what, from: null, to };
}

/** Notes that a copy of everything held was handed out. */
export const noteCopy: LeadEdit = { what: "copied", from: null, to: null };

/** Notes an act of the prospect's own, for the grade; a booking also sets the status. */
export function noteAction(assessment: Assessment, action: LaterAction, at: Date): LeadEdit | null {
  const record = leadOf(assessment);
  if (record.actions.includes(action)) return null;
  const lead: Partial<LeadRecord> = { actions: [...record.actions, action] };
  const before: readonly LeadStatus[] = ["new", "contacted", "qualified"];
  if (action !== "booking" || !before.includes(assessment.status))
    return { what: "acted", from: null, to: action, lead };
  const booked = setStatus(assessment, "booked", null, at);
  return { what: "acted", from: null, to: action, ...booked, lead: { ...booked?.lead, ...lead } };
}
